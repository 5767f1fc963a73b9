import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { decideGrant } from "@/server/services/grants/decide-grant";
import { endGrant } from "@/server/services/grants/end-grant";
import { listGrants } from "@/server/services/grants/list-grants";
import { openGrant } from "@/server/services/grants/open-grant";
import { requestGrant } from "@/server/services/grants/request-grant";
import { setOperatorRole } from "@/server/services/operators/set-operator-role";
import { makePerson, type TestPerson } from "@/server/services/people/testing/make-person";
import type { Ctx } from "@/server/services/ports";

let world: TestWorld;
let tenant: TestTenant;
let owner: Ctx;
let support: TestPerson;
let now = new Date();
beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now } });
});
afterAll(() => world.drop());
beforeEach(async () => {
  now = new Date("2026-05-01T08:00:00Z");
  tenant = await world.tenant();
  const person = await makePerson(world, { roles: { [tenant.id]: "owner" } });
  owner = { ...tenant.ctx, actor: person.id };
  support = await makePerson(world, { operatorRole: "support" });
  world.mails.length = 0;
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code: string }) => error.code,
  );
const ask = (hours = 4) =>
  requestGrant(
    { ...world.adapters, actor: support.id },
    { tenantId: tenant.id, reason: "Webhooks fail since Tuesday", hours, baseUrl: "https://verify.example" },
  );
const look = (person = support, tenantId = tenant.id) =>
  refusal(openGrant(world.adapters, { tenantId, userId: person.id, what: "operatorAccess.verifications" }));
const entries = (chain: string) =>
  world.sql<{ action: string; actor: string; details: object }>(
    "SELECT action, actor, details FROM audit_entry WHERE chain = $1 ORDER BY seq",
    [chain],
  );

test("an operator looks at a tenant's data only while a grant of the tenant's runs, and for themselves alone", async () => {
  expect(await look()).toBe("forbidden");
  const { id } = await ask(4);
  expect(world.mails[0].text).toContain("Webhooks fail since Tuesday");
  expect(await look()).toBe("forbidden");
  await decideGrant(owner, { id, allow: true });
  expect(await look()).toBe("done");
  expect(await look(await makePerson(world, { operatorRole: "super_admin" }))).toBe("forbidden");
  expect(await look(support, (await world.tenant()).id)).toBe("forbidden");
  now = new Date(now.getTime() + 4 * 3_600_000);
  expect(await look()).toBe("forbidden");
  expect((await listGrants(world.adapters, { tenantId: tenant.id }))[0]).toMatchObject({ id, status: "expired" });
});

test("the request, its reason, the tenant's word and every look stand in both chains", async () => {
  const { id } = await ask();
  await decideGrant(owner, { id, allow: true });
  await look();
  await look();
  for (const chain of [tenant.id, "operator"]) {
    const of = (await entries(chain)).filter(
      (row) => JSON.stringify(row).includes("grant") || row.action === "operator.looked",
    );
    const ours = of.filter((row) => chain !== "operator" || JSON.stringify(row.details).includes(tenant.id));
    expect(ours.map((row) => row.action)).toEqual([
      "grant.requested",
      "grant.granted",
      "operator.looked",
      "operator.looked",
    ]);
    expect(ours[0].details).toMatchObject({ reason: "Webhooks fail since Tuesday", hours: 4 });
    expect(ours[2]).toMatchObject({ actor: support.id, details: { what: "operatorAccess.verifications" } });
  }
});

test("the tenant ends a grant at any moment, and refuses one for good", async () => {
  const { id } = await ask();
  await decideGrant(owner, { id, allow: true });
  await endGrant(owner, { id, tenantId: tenant.id });
  expect(await look()).toBe("forbidden");
  const next = await ask();
  await decideGrant(owner, { id: next.id, allow: false });
  expect(await look()).toBe("forbidden");
  expect(await refusal(decideGrant(owner, { id: next.id, allow: true }))).toBe("conflict");
});

test("a request lapses after three days, is not asked twice, and is bounded to three days of looking", async () => {
  const { id } = await ask(1_000);
  expect(await refusal(ask())).toBe("conflict");
  expect((await listGrants(world.adapters, { tenantId: tenant.id }))[0].hours).toBe(72);
  now = new Date(now.getTime() + 72 * 3_600_000);
  expect(await refusal(decideGrant(owner, { id, allow: true }))).toBe("conflict");
  expect(await refusal(ask())).toBe("done");
});

test("nobody grants themselves access, and no other tenant does", async () => {
  const both = await makePerson(world, { operatorRole: "support", roles: { [tenant.id]: "owner" } });
  support = both;
  const { id } = await ask();
  expect(await refusal(decideGrant({ ...tenant.ctx, actor: both.id }, { id, allow: true }))).toBe("forbidden");
  const other = await world.tenant();
  expect(await refusal(decideGrant(other.ctx, { id, allow: true }))).toBe("not_found");
  expect(await refusal(endGrant(other.ctx, { id, tenantId: other.id }))).toBe("not_found");
  expect(await listGrants(world.adapters, { tenantId: other.id })).toEqual([]);
  await expect(
    world.sql("UPDATE operator_grant SET status = 'granted', decided_by = user_id, expires_at = now() WHERE id = $1", [
      id,
    ]),
  ).rejects.toThrow("operator_grant_four_eyes");
});

test("an operator who is one no more sees nothing, and the last super-admin stays", async () => {
  const { id } = await ask();
  await decideGrant(owner, { id, allow: true });
  const ctx = { ...world.adapters, actor: support.id };
  await setOperatorRole(ctx, { userId: support.id, role: null });
  expect(await look()).toBe("forbidden");
  await world.sql(`UPDATE "user" SET operator_role = NULL`);
  const [one, two] = await Promise.all([0, 1].map(() => makePerson(world, { operatorRole: "super_admin" })));
  const both = await Promise.all(
    [one, two].map(({ id: userId }) => refusal(setOperatorRole(ctx, { userId, role: null }))),
  );
  expect(both.sort()).toEqual(["conflict", "done"]);
});
