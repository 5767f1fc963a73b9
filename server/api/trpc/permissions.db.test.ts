import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { appRouter } from "@/server/api/trpc/app-router";
import type { Access } from "@/server/api/trpc/procedures";
import type { RequestContext } from "@/server/api/trpc/request-context";
import {
  may,
  OPERATOR_PERMISSIONS,
  OPERATOR_ROLES,
  operatorMay,
  PERMISSIONS,
  ROLES,
} from "@/server/domain/people/permissions";
import type { Visitor } from "@/server/services/people/find-visitor";
import { makePerson, signInAs, visitorOf } from "@/server/services/people/testing/make-person";

/** Every procedure there is, read off the router, called as every role there is. */
interface Procedure {
  readonly path: string;
  readonly access: Access;
  readonly mutates: boolean;
}
const procedures: Procedure[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { meta, type } = (procedure as unknown as { _def: { meta: Access; type: string } })._def;
  return { path, access: meta, mutates: type === "mutation" };
});

let world: TestWorld;
let ours: TestTenant;
let theirs: TestTenant;
beforeAll(async () => {
  world = await createTestWorld();
  [ours, theirs] = [await world.tenant({ name: "Ours" }), await world.tenant({ name: "Theirs" })];
  const holder = globalThis as Record<symbol, unknown>;
  holder[Symbol.for("veriflow.env")] = { OPERATOR_FOUR_EYES: true, BASE_URL: "https://verify.example" };
});
afterAll(() => world.drop());

type Outcome = "let in" | TRPCError["code"];
const REFUSALS: readonly Outcome[] = ["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND"];

/**
 * Calls with an input that no procedure takes, so that nothing but the permission is asked: who is let in is then
 * refused for the input (`BAD_REQUEST`), or served where the procedure takes none.
 */
async function call(path: string, visitor: Visitor | undefined, tenantId: string | undefined): Promise<Outcome> {
  const context: RequestContext = {
    adapters: world.adapters,
    traceId: "trace",
    tenantId,
    environment: "test",
    visitor: async () => visitor,
    address: undefined,
    baseUrl: "https://verify.example",
  };
  const caller = appRouter.createCaller(context) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const [noun, verb] = path.split(".");
  try {
    await caller[noun][verb](Symbol.for("no input") as unknown);
    return "let in";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return REFUSALS.includes(error.code) ? error.code : "let in";
  }
}

async function signedIn(given: Parameters<typeof makePerson>[1]): Promise<Visitor> {
  return (await visitorOf(world, await signInAs(world, await makePerson(world, given))))!;
}

/** What the table says of a tenant's role. */
function expectedOf(access: Access, role: string): Outcome {
  if ("permission" in access) return may(role, access.permission) ? "let in" : "FORBIDDEN";
  return "operator" in access || "granted" in access ? "NOT_FOUND" : "let in";
}

test("every procedure says who may call it, and one that changes something never asks for a right to read", () => {
  expect(procedures.length).toBeGreaterThan(60);
  expect(procedures.filter(({ access }) => !access).map(({ path }) => path)).toEqual([]);
  const lax = procedures.filter(
    ({ access, mutates }) => mutates && "permission" in access && access.permission.endsWith(":read"),
  );
  expect(lax.map(({ path }) => path)).toEqual(["keys.explainSignature"]);
  const open = procedures.filter(({ access }) => "anyone" in access).map(({ path }) => path);
  expect(open).toEqual(["account.invitation", "account.join", "account.askReset", "account.reset"]);
});

test("every permission of the table opens something", () => {
  const used = new Set(procedures.flatMap(({ access }) => ("permission" in access ? [access.permission] : [])));
  const elsewhere = ["sessions:write"]; // by the API's keys alone
  expect(Object.keys(PERMISSIONS).filter((name) => !used.has(name as never) && !elsewhere.includes(name))).toEqual([]);
  const operators = new Set(
    procedures.flatMap(({ access }) =>
      "operator" in access ? [access.operator] : "granted" in access ? [access.granted] : [],
    ),
  );
  expect(Object.keys(OPERATOR_PERMISSIONS).filter((name) => !operators.has(name as never))).toEqual([]);
});

describe.each([...ROLES])("a tenant's %s", (role) => {
  test("is let into exactly the procedures that the table names", async () => {
    const visitor = await signedIn({ roles: { [ours.id]: role } });
    for (const { path, access } of procedures) {
      expect([path, await call(path, visitor, ours.id)]).toEqual([path, expectedOf(access, role)]);
    }
  });

  test("finds nothing in another tenant, and leaves no trace there", async () => {
    const visitor = await signedIn({ roles: { [ours.id]: role } });
    const before = await world.sql("SELECT count(*) FROM audit_entry WHERE chain = $1", [theirs.id]);
    for (const { path, access } of procedures.filter(({ access }) => "permission" in access)) {
      expect([path, access, await call(path, visitor, theirs.id)]).toEqual([path, access, "NOT_FOUND"]);
    }
    expect(await world.sql("SELECT count(*) FROM audit_entry WHERE chain = $1", [theirs.id])).toEqual(before);
  });
});

describe.each([...OPERATOR_ROLES])("the operator's %s", (role) => {
  test("is let into exactly the operator's procedures that the table names, and into no tenant", async () => {
    const visitor = await signedIn({ operatorRole: role });
    for (const { path, access } of procedures) {
      const expected =
        "permission" in access
          ? "NOT_FOUND"
          : "operator" in access
            ? operatorMay(role, access.operator)
              ? "let in"
              : "FORBIDDEN"
            : "granted" in access
              ? "FORBIDDEN"
              : "let in";
      expect([path, await call(path, visitor, ours.id)]).toEqual([path, expected]);
    }
  });
});

test("nobody signed in, and nobody with a step of sign-in missing, is let into anything that is not open to all", async () => {
  const person = await makePerson(world, { roles: { [ours.id]: "owner" }, operatorRole: "super_admin" });
  const full = (await visitorOf(world, await signInAs(world, person)))!;
  for (const stage of [undefined, "second_factor", "enrolment"] as const) {
    const visitor = stage && { ...full, stage };
    for (const { path, access } of procedures) {
      const enrolling = "self" in access && access.self === "enrolling" && stage === "enrolment";
      const open = "anyone" in access || enrolling;
      expect([path, stage, await call(path, visitor, ours.id)]).toEqual([
        path,
        stage,
        open ? "let in" : "UNAUTHORIZED",
      ]);
    }
  }
});
