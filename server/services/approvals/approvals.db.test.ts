import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { ACTIONS } from "@/server/services/approvals/actions/index";
import { decideApproval } from "@/server/services/approvals/decide-approval";
import { listApprovals } from "@/server/services/approvals/list-approvals";
import { requestApproval } from "@/server/services/approvals/request-approval";
import { withdrawApproval } from "@/server/services/approvals/withdraw-approval";
import { changeTenant } from "@/server/services/operator/change-tenant";
import { makePerson } from "@/server/services/people/testing/make-person";
import type { Ctx } from "@/server/services/ports";
import { askErasure } from "@/server/services/privacy/ask-erasure";
import { eraseVerification } from "@/server/services/privacy/erase-verification";
import { updateSettings } from "@/server/services/tenants/update-settings";
import { overrideVerification } from "@/server/services/verifications/override-verification";

let world: TestWorld;
let tenant: TestTenant;
let asker: Ctx;
let second: Ctx;
let now = new Date();
const holds = () => true;
beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now } });
});
afterAll(() => world.drop());
beforeEach(async () => {
  now = new Date("2026-05-01T08:00:00Z");
  tenant = await world.tenant();
  const people = await Promise.all([0, 1].map(() => makePerson(world, { roles: { [tenant.id]: "reviewer" } })));
  [asker, second] = people.map((person) => ({ ...tenant.ctx, actor: person.id }));
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code: string }) => error.code,
  );
const actions = async (chain = tenant.id) =>
  (await world.sql<{ action: string }>("SELECT action FROM audit_entry WHERE chain = $1 ORDER BY seq", [chain])).map(
    (row) => row.action,
  );

/** A verification that was decided, with a key of its own. */
async function decided(decision: string, reference?: string): Promise<string> {
  const id = world.adapters.ids.make("job");
  await tenant.ctx.database.inTenant(tenant.id, async (tx) => {
    const { data_key_sealed } = await tx.tenant.findUniqueOrThrow({ where: { id: tenant.id } });
    const tenantKey = await tenant.ctx.keys.openDataKey(data_key_sealed, "master");
    const { sealed } = await tenant.ctx.keys.makeDataKey(tenantKey);
    const workflow = await tx.workflow.findFirstOrThrow();
    const job = { id, tenant_id: tenant.id, environment: "test", workflow_id: workflow.id, workflow_version: 1 };
    await tx.job.create({ data: { ...job, status: "completed", decision, reference, data_key_sealed: sealed } });
  });
  return id;
}
const decisionOf = async (id: string) =>
  (await world.sql<{ decision: string; reviewed_by: string }>("SELECT * FROM job WHERE id = $1", [id]))[0];

async function askOverride(id: string): Promise<string> {
  expect(await overrideVerification(asker, { id, note: "The person called: Ana Beatriz." })).toBe("waiting");
  return (await listApprovals(asker, "tenant"))[0].id;
}

test("a rejection is overridden only when a second person allows it", async () => {
  const id = await decided("rejected");
  const approval = await askOverride(id);
  expect((await decisionOf(id)).decision).toBe("rejected");
  expect(await refusal(decideApproval(asker, "tenant", { id: approval, allow: true, holds }))).toBe("forbidden");
  expect((await decisionOf(id)).decision).toBe("rejected");
  await decideApproval(second, "tenant", { id: approval, allow: true, holds });
  expect(await decisionOf(id)).toMatchObject({ decision: "accepted", reviewed_by: asker.actor });
  expect(await refusal(decideApproval(second, "tenant", { id: approval, allow: true, holds }))).toBe("conflict");
  expect(await actions()).toEqual(expect.arrayContaining(["approval.requested", "job.reviewed", "approval.approved"]));
});

test("what waits is sealed, shown to the second person with its reason, and gone once decided", async () => {
  const approval = await askOverride(await decided("rejected"));
  const row = () => world.sql("SELECT * FROM approval WHERE id = $1", [approval]).then(([found]) => found);
  expect(Buffer.from((await row()).input_sealed as Buffer).includes("Ana")).toBe(false);
  expect(JSON.stringify(await world.sql("SELECT details FROM audit_entry"))).not.toContain("Ana");
  const [shown] = await listApprovals(second, "tenant");
  expect(shown).toMatchObject({
    id: approval,
    reason: "The person called: Ana Beatriz.",
    own: false,
    status: "pending",
  });
  await decideApproval(second, "tenant", { id: approval, allow: false, holds });
  expect((await row()).input_sealed).toBeNull();
  expect((await listApprovals(asker, "tenant"))[0]).toMatchObject({ status: "denied", reason: null });
});

test("the database itself refuses an approval by the person who asked", async () => {
  const approval = await askOverride(await decided("rejected"));
  const text = "UPDATE approval SET status = 'approved', decided_by = requested_by WHERE id = $1";
  await expect(world.sql(text, [approval])).rejects.toThrow("approval_four_eyes");
});

test("a request is refused twice, lapses after three days, and can be taken back by who asked", async () => {
  const id = await decided("rejected");
  const approval = await askOverride(id);
  expect(await refusal(overrideVerification(asker, { id, note: "again" }))).toBe("conflict");
  expect(await refusal(withdrawApproval(second, "tenant", { id: approval }))).toBe("not_found");
  now = new Date(now.getTime() + 72 * 3_600_000);
  expect(await refusal(decideApproval(second, "tenant", { id: approval, allow: true, holds }))).toBe("conflict");
  expect((await decisionOf(id)).decision).toBe("rejected");
  const next = await askOverride(id);
  await withdrawApproval(asker, "tenant", { id: next });
  expect(await refusal(decideApproval(second, "tenant", { id: next, allow: true, holds }))).toBe("conflict");
});

test("two who allow it at once carry it out once", async () => {
  const id = await decided("rejected");
  const approval = await askOverride(id);
  const third = { ...tenant.ctx, actor: (await makePerson(world, { roles: { [tenant.id]: "owner" } })).id };
  const both = await Promise.all(
    [second, third].map((ctx) => refusal(decideApproval(ctx, "tenant", { id: approval, allow: true, holds }))),
  );
  expect(both.sort()).toEqual(["conflict", "done"]);
  expect((await actions()).filter((action) => action === "job.reviewed")).toHaveLength(1);
});

test("another tenant's request can neither be seen nor decided", async () => {
  const approval = await askOverride(await decided("rejected"));
  const other = await world.tenant();
  expect(await listApprovals(other.ctx, "tenant")).toEqual([]);
  expect(await refusal(decideApproval(other.ctx, "tenant", { id: approval, allow: true, holds }))).toBe("not_found");
  const operator = { ...tenant.ctx, tenantId: "operator" };
  expect(await listApprovals(operator, "operator")).not.toContainEqual(expect.objectContaining({ id: approval }));
  expect(await refusal(decideApproval(operator, "operator", { id: approval, allow: true, holds }))).toBe("not_found");
});

test("a tenant that asks for no four eyes overrides at once; a verification that was not rejected is no matter for it", async () => {
  await updateSettings(tenant.ctx, { access: { second_factor: false, four_eyes: false } });
  const id = await decided("rejected");
  expect(await overrideVerification(asker, { id, note: "seen in person" })).toBe("done");
  expect((await decisionOf(id)).decision).toBe("accepted");
  expect(await refusal(overrideVerification(asker, { id, note: "again" }))).toBe("conflict");
});

test("erasing a verification takes the request about it along", async () => {
  const id = await decided("rejected");
  const approval = await askOverride(id);
  await eraseVerification(tenant.ctx, { jobId: id, reason: "request" });
  const [row] = await world.sql("SELECT * FROM approval WHERE id = $1", [approval]);
  expect(row).toMatchObject({ status: "withdrawn", input_sealed: null });
  expect(await listApprovals(second, "tenant")).toHaveLength(1);
});

test("everything about a person is erased when a second person allows it, and the request names nobody", async () => {
  const id = await decided("accepted", "customer-4711");
  expect(await askErasure(asker, { reference: "customer-4711", note: "asked by letter" })).toBe("waiting");
  const [request] = await listApprovals(second, "tenant");
  expect(request.subject).toBe(request.id);
  expect((await world.sql("SELECT erased_at FROM job WHERE id = $1", [id]))[0].erased_at).toBeNull();
  await decideApproval(second, "tenant", { id: request.id, allow: true, holds });
  expect((await world.sql("SELECT erased_at FROM job WHERE id = $1", [id]))[0].erased_at).not.toBeNull();
  const rows = await world.sql("SELECT * FROM approval WHERE tenant_id = $1", [tenant.id]);
  expect(JSON.stringify(rows)).not.toContain("4711");
});

test("a smaller plan waits for a second operator where that is asked for; a larger one and suspending do not", async () => {
  const operator = (actor: string): Ctx => ({ ...tenant.ctx, tenantId: "operator", actor });
  const [one, two] = await Promise.all([0, 1].map(() => makePerson(world, { operatorRole: "super_admin" })));
  const change = { id: tenant.id, status: "active" as const, note: "asked for by the customer" };
  const later = () => {
    now = new Date(now.getTime() + 1_000);
  };
  const planOf = async () => (await world.sql("SELECT plan_id, status FROM tenant WHERE id = $1", [tenant.id]))[0];
  const [up, down] = [
    { ...change, planId: "enterprise", fourEyes: true },
    { ...change, planId: "free", fourEyes: true },
  ];
  expect(await changeTenant(operator(one.id), up)).toBe("done");
  later();
  expect(await changeTenant(operator(one.id), { ...up, status: "suspended" })).toBe("done");
  expect(await changeTenant(operator(one.id), down)).toBe("waiting");
  expect(await planOf()).toEqual({ plan_id: "enterprise", status: "suspended" });
  const request = (await listApprovals(operator(two.id), "operator")).find((row) => row.subject === tenant.id)!;
  const allow = { id: request.id, allow: true, holds };
  expect(await refusal(decideApproval(operator(one.id), "operator", allow))).toBe("forbidden");
  expect(await refusal(decideApproval(operator(two.id), "operator", { ...allow, holds: () => false }))).toBe(
    "forbidden",
  );
  later();
  await decideApproval(operator(two.id), "operator", allow);
  later();
  expect(await planOf()).toEqual({ plan_id: "free", status: "active" });
  expect(await actions("operator")).toEqual(expect.arrayContaining(["approval.requested", "approval.approved"]));
  expect(await changeTenant(operator(one.id), { ...down, fourEyes: false })).toBe("done");
});

test("every kind of request says what it is and who may do it, once", () => {
  expect(new Set(ACTIONS.map((action) => action.kind)).size).toBe(ACTIONS.length);
  for (const action of ACTIONS)
    expect([action.title.length > 0, Object.keys(action.needs)]).toEqual([true, [expect.any(String)]]);
});

test("what cannot be carried out any more is refused, and goes on waiting", async () => {
  const id = await decided("rejected");
  const approval = await askOverride(id);
  await world.sql("UPDATE job SET decision = 'accepted' WHERE id = $1", [id]);
  expect(await refusal(decideApproval(second, "tenant", { id: approval, allow: true, holds }))).toBe("conflict");
  expect((await listApprovals(second, "tenant"))[0].status).toBe("pending");
  await decideApproval(second, "tenant", { id: approval, allow: false, holds });
});

test("a request that its own schema does not take is not written", async () => {
  const asked = { kind: "verification.override", subject: await decided("rejected"), input: { note: "" } };
  await expect(requestApproval(asker, "tenant", asked)).rejects.toThrow();
  expect(await listApprovals(asker, "tenant")).toEqual([]);
});
