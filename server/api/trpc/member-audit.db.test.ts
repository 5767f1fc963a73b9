import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { memberAudit } from "@/server/api/trpc/member-audit";
import type { RequestContext } from "@/server/api/trpc/request-context";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";
import { makePerson, signInAs, visitorOf } from "@/server/services/people/testing/make-person";

let world: TestWorld;
let ours: TestTenant;
let theirs: TestTenant;
beforeAll(async () => {
  world = await createTestWorld();
  [ours, theirs] = [await world.tenant({ name: "Ours" }), await world.tenant({ name: "Theirs" })];
});
afterAll(() => world.drop());

async function requestOf(role: string, tenantId: string): Promise<RequestContext> {
  const visitor = await visitorOf(
    world,
    await signInAs(world, await makePerson(world, { roles: { [ours.id]: role } })),
  );
  return {
    adapters: world.adapters,
    traceId: "trace",
    tenantId,
    environment: "test",
    visitor: async () => visitor,
    address: undefined,
    baseUrl: "https://verify.example",
  };
}

test("whoever may read the audit takes the whole chain along, which verifies and ends with that it was taken", async () => {
  const lines: string[] = [];
  for await (const line of await memberAudit(await requestOf("admin", ours.id))) lines.push(line);
  const entries = lines.map((line) => JSON.parse(line) as { chain: string; action: string });
  expect(new Set(entries.map(({ chain }) => chain))).toEqual(new Set([ours.id]));
  expect(entries.at(-1)?.action).toBe("audit.exported");
  expect(await verifyAuditLines(lines)).toMatchObject({ intact: true, entries: entries.length });
});

test("nobody else does, and a refused try leaves no trace", async () => {
  const count = () => world.sql("SELECT count(*) FROM audit_entry WHERE action = 'audit.exported'");
  const before = await count();
  await expect(memberAudit(await requestOf("viewer", ours.id))).rejects.toMatchObject({ code: "forbidden" });
  await expect(memberAudit(await requestOf("owner", theirs.id))).rejects.toMatchObject({ code: "not_found" });
  expect(await count()).toEqual(before);
});
