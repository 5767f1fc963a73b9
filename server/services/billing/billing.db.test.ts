import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { changePlan } from "@/server/services/billing/change-plan";
import { countMonth } from "@/server/services/billing/count-month";
import { creditInvoice } from "@/server/services/billing/credit-invoice";
import { getInvoice } from "@/server/services/billing/get-invoice";
import { issueInvoice } from "@/server/services/billing/issue-invoice";
import { listDueMonths } from "@/server/services/billing/list-due-months";
import { listInvoices } from "@/server/services/billing/list-invoices";
import { readBilling } from "@/server/services/billing/read-billing";
import { reconcile } from "@/server/services/billing/reconcile";
import { sealMonth } from "@/server/services/billing/seal-month";
import { updatePlan } from "@/server/services/billing/update-plan";
import { recordUsage } from "@/server/services/usage/record-usage";

let now = new Date();
const clock = { now: () => now };
let world: TestWorld;
let tenant: TestTenant;
let serial = 0;

beforeAll(async () => {
  world = await createTestWorld({ clock });
});
afterAll(() => world.drop());
beforeEach(async () => {
  now = new Date("2026-09-01T00:00:00Z");
  tenant = await world.tenant({ environment: "live" });
});

async function call(count: number, module: "ocr" | "liveness" = "ocr", of: TestTenant = tenant): Promise<void> {
  const calls = Array.from({ length: count }, () => ({ module, sourceId: `req_${serial++}`, keyId: null }));
  await world.database.inTenant(of.id, (tx) => recordUsage(of.ctx, tx, ...calls));
}

const due = (month: string, of: TestTenant = tenant) => ({ tenantId: of.id, month });

async function close(month: string, of: TestTenant = tenant): Promise<string | undefined> {
  await sealMonth(world.adapters, due(month, of));
  const invoiceId = await countMonth(world.adapters, due(month, of));
  if (invoiceId) await issueInvoice(world.adapters, { tenantId: of.id, invoiceId });
  return invoiceId;
}

async function closeSeptember(calls = 100): Promise<string> {
  await call(calls);
  now = new Date("2026-10-01T00:20:00Z");
  return (await close("2026-09")) as string;
}

const operator = () => ({ ...world.adapters, actor: "usr_operator", traceId: "t" });

test("a month is closed once, however often and by however many at once each step is tried", async () => {
  await call(100);
  await call(10, "liveness");
  now = new Date("2026-10-01T00:20:00Z");
  await Promise.all(Array.from({ length: 4 }, () => close("2026-09")));
  await close("2026-09");
  const { rows } = await listInvoices(tenant.ctx, {});
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ kind: "invoice", month: "2026-09", total: "61.30", leftMinor: "6130" });
  const invoice = await getInvoice(tenant.ctx, { id: rows[0].id });
  expect(
    invoice.lines.map(({ description, quantity, unit_price, amount }) => [description, quantity, unit_price, amount]),
  ).toEqual([
    ["Pro plan", null, null, "49.00"],
    ["Liveness", 10, "0.03", "0.30"],
    ["Document OCR", 100, "0.12", "12.00"],
  ]);
  const told = await world.sql("SELECT type FROM outbox_event WHERE tenant_id = $1", [tenant.id]);
  expect(told.filter(({ type }) => type === "invoice.issued")).toHaveLength(1);
  const audited = await world.sql("SELECT 1 FROM audit_entry WHERE tenant_id = $1 AND action = 'invoice.issued'", [
    tenant.id,
  ]);
  expect(audited).toHaveLength(1);
});

test("calls with test keys are counted and never billed; the database refuses a row that says otherwise", async () => {
  const sandbox: TestTenant = { ...tenant, ctx: { ...tenant.ctx, environment: "test" } };
  await call(50, "ocr", sandbox);
  const id = await closeSeptember(1);
  expect((await getInvoice(tenant.ctx, { id })).total).toBe("49.12");
  const lie = world.sql(
    "INSERT INTO usage_event (id, tenant_id, environment, module, source_id, billed) VALUES ('use_x', $1, 'test', 'ocr', 'x', true)",
    [tenant.id],
  );
  await expect(lie).rejects.toThrow("usage_event_billed_live");
});

test("a call that is told twice is metered once, and an event is neither changed nor deleted", async () => {
  const one = { module: "ocr", sourceId: "req_twice", keyId: null } as const;
  const tell = () => world.database.inTenant(tenant.id, (tx) => recordUsage(tenant.ctx, tx, one, one));
  await Promise.all([tell(), tell(), tell()]);
  expect(await world.sql("SELECT 1 FROM usage_event WHERE source_id = 'req_twice'")).toHaveLength(1);
  await expect(world.sql("UPDATE usage_event SET billed = false")).rejects.toThrow("append-only");
  await expect(world.sql("DELETE FROM usage_event")).rejects.toThrow("append-only");
});

test("a call that arrives after its month was closed counts in the open month, and none slips in while it closes", async () => {
  await call(3);
  const late = world.database.inTenant(tenant.id, async (tx) => {
    await recordUsage(tenant.ctx, tx, { module: "ocr", sourceId: `slow_${tenant.id}`, keyId: null });
    await new Promise((later) => setTimeout(later, 300));
  });
  await new Promise((later) => setTimeout(later, 100));
  now = new Date("2026-10-01T00:20:00Z");
  const id = await close("2026-09");
  await late;
  expect((await getInvoice(tenant.ctx, { id: String(id) })).lines.at(-1)).toMatchObject({ quantity: 4 });
  const clockBehind = { ...tenant.ctx, clock: { now: () => new Date("2026-09-30T23:59:59Z") } };
  await world.database.inTenant(tenant.id, (tx) =>
    recordUsage(clockBehind, tx, { module: "ocr", sourceId: `late_${tenant.id}`, keyId: null }),
  );
  const [row] = await world.sql<{ created_at: Date }>("SELECT created_at FROM usage_event WHERE source_id = $1", [
    `late_${tenant.id}`,
  ]);
  expect(row.created_at >= new Date("2026-10-01T00:00:00Z")).toBe(true);
  expect((await reconcile(world.adapters)).differences).toEqual([]);
});

test("an issued invoice and its lines stand: change, deletion and new lines are refused by the database", async () => {
  const id = await closeSeptember();
  for (const text of [
    "UPDATE invoice SET total = 1 WHERE id = $1",
    "UPDATE invoice SET status = 'draft', number = NULL, issued_at = NULL WHERE id = $1",
    "DELETE FROM invoice WHERE id = $1",
    "UPDATE invoice_line SET amount = 0 WHERE invoice_id = $1",
    "DELETE FROM invoice_line WHERE invoice_id = $1",
    "INSERT INTO invoice_line (invoice_id, position, tenant_id, kind, amount) VALUES ($1, 99, 'x', 'fee', 0)",
  ])
    await expect(world.sql(text, [id]), text).rejects.toThrow("is issued");
  await expect(world.sql("TRUNCATE invoice CASCADE")).rejects.toThrow("append-only");
});

test("numbers have no gap, though issuing is taken back in between, and series of kinds are apart", async () => {
  const others = await Promise.all([1, 2, 3, 4, 5].map(() => world.tenant({ environment: "live" })));
  now = new Date("2026-10-01T00:20:00Z");
  const broken = {
    ...world.adapters,
    keys: { ...world.adapters.keys, openDataKey: () => Promise.reject(new Error("down")) },
  };
  await Promise.all(
    others.map(async (other, i) => {
      await sealMonth(world.adapters, due("2026-09", other));
      const invoiceId = (await countMonth(world.adapters, due("2026-09", other))) as string;
      const of = { tenantId: other.id, invoiceId };
      if (i % 2 === 0) await expect(issueInvoice(broken, of)).rejects.toThrow("down");
      await issueInvoice(world.adapters, of);
    }),
  );
  const rows = await world.sql<{ number: string }>(
    "SELECT number FROM invoice WHERE kind = 'invoice' AND number IS NOT NULL ORDER BY number",
  );
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => `VF-2026-${String(i + 1).padStart(6, "0")}`));
});

test("credit notes give back at most the invoice, once a request, under numbers of their own", async () => {
  const id = await closeSeptember();
  const give = (amount: bigint, requestId: string) =>
    creditInvoice(operator(), { invoiceId: id, amount, reason: "Slow answers", requestId });
  const [first, again] = await Promise.all([give(1_000n, "a"), give(1_000n, "a")]);
  expect(again).toBe(first);
  const races = await Promise.allSettled(["b", "c", "d", "e"].map((requestId) => give(2_000n, requestId)));
  expect(races.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  await expect(give(1_101n, "f")).rejects.toMatchObject({ code: "invalid_request", details: { left_minor: "1100" } });
  await expect(give(0n, "g")).rejects.toMatchObject({ code: "invalid_request" });
  expect(await getInvoice(tenant.ctx, { id: first })).toMatchObject({
    kind: "credit_note",
    total: "-10.00",
    reason: "Slow answers",
  });
  const { rows } = await listInvoices(tenant.ctx, {});
  expect(rows.find((row) => row.id === id)).toMatchObject({ total: "61.00", leftMinor: "1100" });
  expect((await reconcile(world.adapters)).differences).toEqual([]);
});

test("a plan changed in the middle of a month shares the fee by time and prices each call by its plan", async () => {
  await call(100);
  now = new Date("2026-09-16T00:00:00Z");
  await world.database.asPlatform((tx) =>
    changePlan({ ...world.adapters, actor: "usr_operator" }, tx, { tenantId: tenant.id, planId: "enterprise" }),
  );
  await call(100);
  const estimate = await readBilling(tenant.ctx);
  expect(estimate).toMatchObject({ plan: { id: "enterprise" }, estimate: { total: "291.00" } });
  now = new Date("2026-10-01T00:20:00Z");
  const id = (await close("2026-09")) as string;
  const { lines, total } = await getInvoice(tenant.ctx, { id });
  expect(lines.map(({ plan, amount }) => [plan, amount])).toEqual([
    ["Pro", "24.50"],
    ["Enterprise", "249.50"],
    ["Pro", "12.00"],
    ["Enterprise", "5.00"],
  ]);
  expect(total).toBe(estimate.estimate.total);
});

test("new prices hold from the next month, and never for a month that began under the old ones", async () => {
  const prices = { monthly_fee: 0, prices: { ocr: 200_000 }, tiers: {} };
  await call(10);
  const edit = { planId: "enterprise", name: "Enterprise", priceList: prices, quotas: {} };
  await world.database.asPlatform((tx) =>
    tx.tenant.update({ where: { id: tenant.id }, data: { plan_id: "enterprise" } }),
  );
  expect(await updatePlan(operator(), edit)).toEqual({ fromMonth: "2026-10" });
  now = new Date("2026-10-02T00:00:00Z");
  await call(10);
  const september = (await close("2026-09")) as string;
  now = new Date("2026-11-01T00:20:00Z");
  const october = (await close("2026-10")) as string;
  expect((await getInvoice(tenant.ctx, { id: september })).total).toBe("499.50");
  expect((await getInvoice(tenant.ctx, { id: october })).total).toBe("2.00");
});

test("months that were missed are found, the oldest first; a month that cost nothing makes no invoice", async () => {
  const free = await world.tenant({ environment: "live", plan: "free" });
  await call(5, "ocr", free);
  now = new Date("2026-11-15T00:00:00Z");
  const mine = async () => (await listDueMonths(world.adapters)).filter(({ tenantId }) => tenantId === free.id);
  expect(await mine()).toEqual([due("2026-09", free), due("2026-10", free)]);
  expect(await close("2026-09", free)).toBeUndefined();
  expect(await mine()).toEqual([due("2026-10", free)]);
  await expect(sealMonth(world.adapters, due("2026-11", free))).rejects.toThrow("not over");
});

test("another tenant's invoice is not found, and a draft is nobody's yet", async () => {
  await call(1);
  now = new Date("2026-10-01T00:20:00Z");
  await sealMonth(world.adapters, due("2026-09"));
  const id = (await countMonth(world.adapters, due("2026-09"))) as string;
  await expect(getInvoice(tenant.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  await issueInvoice(world.adapters, { tenantId: tenant.id, invoiceId: id });
  const stranger = await world.tenant({ environment: "live" });
  await expect(getInvoice(stranger.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  expect((await listInvoices(stranger.ctx, {})).rows).toEqual([]);
});
