import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { decideApproval } from "@/server/services/approvals/decide-approval";
import { listApprovals } from "@/server/services/approvals/list-approvals";
import { changeLimits } from "@/server/services/operator/change-limits";
import { readLimits } from "@/server/services/operator/read-limits";
import { makePerson } from "@/server/services/people/testing/make-person";
import type { Ctx } from "@/server/services/ports";
import { findKey } from "@/server/services/requests/find-key";

let world: TestWorld;
let tenant: TestTenant;
let one: Ctx;
let two: Ctx;
beforeAll(async () => {
  world = await createTestWorld();
  const people = await Promise.all([0, 1].map(() => makePerson(world, { operatorRole: "super_admin" })));
  const shared = (await world.tenant()).ctx;
  [one, two] = people.map(({ id }) => ({ ...shared, tenantId: "operator", environment: "live", actor: id }));
});
afterAll(() => world.drop());
beforeEach(async () => {
  tenant = await world.tenant();
});

const change = (own: object, fourEyes = true) =>
  changeLimits(one, { tenantId: tenant.id, own, note: "they send in bursts", fourEyes });
const ofKey = async () => (await findKey(world.adapters, tenant.key.id))?.limits;
const audited = () =>
  world.sql("SELECT action, actor, details FROM audit_entry WHERE chain = 'operator' AND target = $1 ORDER BY seq", [
    tenant.id,
  ]);

test("raised limits hold for the tenant's keys at once, are audited, and go back to the plan's when they are taken away", async () => {
  const { plan } = await readLimits(world.adapters, { tenantId: tenant.id });
  const own = { minute: plan.minute * 2, tenant_minute: plan.minute * 20, endpoints: { getJob: plan.minute * 2 } };
  expect(await change(own)).toBe("done");
  expect(await ofKey()).toMatchObject({
    minute: own.minute,
    tenantMinute: own.tenant_minute,
    endpoints: own.endpoints,
  });
  expect(await readLimits(world.adapters, { tenantId: tenant.id })).toMatchObject({ plan, own, now: await ofKey() });
  expect((await audited()).at(-1)).toMatchObject({
    action: "tenant.limits_changed",
    actor: one.actor,
    details: { limits: ["minute 120", "tenant_minute 1200", "endpoints.getJob 120"], limits_before: [] },
  });
  expect(await change({}, false)).toBe("done");
  expect(await ofKey()).toEqual(plan);
});

test("lowered limits wait for a second operator, who reads what they will be", async () => {
  const before = await ofKey();
  expect(await change({ minute: 5 })).toBe("waiting");
  expect(await ofKey()).toEqual(before);
  await expect(change({ minute: 4 })).rejects.toMatchObject({ code: "conflict" });
  const request = (await listApprovals(two, "operator")).find(({ subject }) => subject === tenant.id)!;
  expect(request.reason).toBe("To 5 a minute of a key: they send in bursts");
  const allow = { id: request.id, allow: true, holds: () => true };
  await expect(decideApproval(one, "operator", allow)).rejects.toMatchObject({ code: "forbidden" });
  await decideApproval(two, "operator", allow);
  expect((await ofKey())?.minute).toBe(5);
  expect((await audited()).at(-1)).toMatchObject({ action: "tenant.limits_changed", actor: one.actor });
});

test("numbers that contradict each other or the plan are refused by name and change nothing", async () => {
  const before = await ofKey();
  const refused = await change({ minute: 10, day: 9 }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "invalid_request", details: { fields: [{ path: "day" }] } });
  expect(await ofKey()).toEqual(before);
  expect((await audited()).map(({ action }) => action)).toEqual(["tenant.created"]);
  const nobody = changeLimits(one, { tenantId: "ten_none", own: {}, note: "", fourEyes: true });
  await expect(nobody).rejects.toMatchObject({ code: "not_found" });
});
