import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { decideApproval } from "@/server/services/approvals/decide-approval";
import { listApprovals } from "@/server/services/approvals/list-approvals";
import { askCredit } from "@/server/services/billing/ask-credit";
import { countMonth } from "@/server/services/billing/count-month";
import { issueInvoice } from "@/server/services/billing/issue-invoice";
import { listInvoices } from "@/server/services/billing/list-invoices";
import { sealMonth } from "@/server/services/billing/seal-month";
import { makePerson } from "@/server/services/people/testing/make-person";
import type { Ctx } from "@/server/services/ports";
import { recordUsage } from "@/server/services/usage/record-usage";

let now = new Date("2026-09-01T00:00:00Z");
let world: TestWorld;
let tenant: TestTenant;
let one: Ctx;
let two: Ctx;
let invoiceId: string;
beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now } });
  tenant = await world.tenant({ environment: "live" });
  const people = await Promise.all([0, 1].map(() => makePerson(world, { operatorRole: "billing" })));
  [one, two] = people.map(({ id }) => ({ ...tenant.ctx, tenantId: "operator", actor: id }));
  const calls = Array.from({ length: 1_500 }, (_, i) => ({
    module: "ocr" as const,
    sourceId: `req_${i}`,
    keyId: null,
  }));
  await world.database.inTenant(tenant.id, (tx) => recordUsage(tenant.ctx, tx, ...calls));
  now = new Date("2026-10-01T00:20:00Z");
  const month = { tenantId: tenant.id, month: "2026-09" };
  await sealMonth(world.adapters, month);
  invoiceId = String(await countMonth(world.adapters, month));
  await issueInvoice(world.adapters, { tenantId: tenant.id, invoiceId });
});
afterAll(() => world.drop());

const left = async () => {
  const { rows } = await listInvoices(tenant.ctx, {});
  return BigInt(String(rows.find((row) => row.id === invoiceId)?.leftMinor));
};
const ask = (amount: bigint, requestId: string, fourEyes = true) =>
  askCredit(one, { invoiceId, amount, reason: "Slow answers", requestId, fourEyes });

test("an operator gives back a hundred units alone; more waits for a second one, and is then given back once", async () => {
  const before = await left();
  expect(await ask(10_000n, "request-1")).toMatch(/^inv_/);
  expect(await left()).toBe(before - 10_000n);
  expect(await ask(10_001n, "request-2")).toBe("waiting");
  expect(await left()).toBe(before - 10_000n);
  const [request] = await listApprovals(two, "operator");
  expect(request).toMatchObject({ subject: invoiceId, reason: "10001 minor units of USD: Slow answers" });
  const allow = { id: request.id, allow: true, holds: () => true };
  await expect(decideApproval(one, "operator", allow)).rejects.toMatchObject({ code: "forbidden" });
  await Promise.allSettled([decideApproval(two, "operator", allow), decideApproval(two, "operator", allow)]);
  expect(await left()).toBe(before - 20_001n);
});

test("where four eyes are not asked for it is given back at once, and no more than is left in either case", async () => {
  const before = await left();
  await expect(ask(before + 1n, "request-3", false)).rejects.toMatchObject({ code: "invalid_request" });
  expect(await ask(10_001n, "request-4")).toBe("waiting");
  const request = (await listApprovals(two, "operator"))[0];
  const allow = { id: request.id, allow: true, holds: () => true };
  await expect(decideApproval(two, "operator", allow)).rejects.toMatchObject({ code: "invalid_request" });
  expect(await left()).toBe(before);
});
