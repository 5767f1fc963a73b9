import type { Adapters, Tx } from "@/server/services/ports";

/**
 * What a month must have cost, computed by other means than server/domain/billing, which it does not import: one call
 * after the other in order of time, each looked up in the plan of its instant, in exact fractions.
 */
export interface Difference {
  readonly tenantId: string;
  readonly month: string;
  readonly number: string | null;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

interface Prices {
  readonly monthly_fee: number;
  readonly prices: Readonly<Record<string, number>>;
  readonly tiers: Readonly<Record<string, readonly { readonly above: number; readonly discount_bp: number }[]>>;
}
interface PlanSpan {
  readonly from: number;
  readonly to: number;
  readonly prices: Prices;
}
interface Call {
  readonly id: string;
  readonly created_at: Date;
  readonly module: string;
  readonly parts: readonly string[];
}

const PAGE = 20_000;
/** Millionths in a minor unit, for the currencies' usual digits. */
const DIGITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  XOF: 0,
  XAF: 0,
  BHD: 3,
  KWD: 3,
  TND: 3,
  OMR: 3,
  JOD: 3,
};

/** Compares one closed month with its invoice, thing by thing. */
export async function expectMonth(
  database: Adapters["database"],
  of: { readonly tenantId: string; readonly month: string; readonly invoiceId: string | null },
): Promise<{ readonly events: number; readonly differences: readonly Difference[] }> {
  const [start, end] = edgesOf(of.month);
  const { spans, currency } = await database.asPlatform((tx) => spansOf(tx, of.tenantId, of.month, start, end));
  const exact = new Map<string, bigint>();
  const seen = new Map<string, number>();
  let events = 0;
  let last: Call | undefined;
  for (;;) {
    const page: Call[] = await database.asPlatform((tx) =>
      readPage(tx, of.tenantId, new Date(start), new Date(end), last),
    );
    for (const call of page) take(call, spans, exact, seen);
    events += page.length;
    last = page.at(-1);
    if (page.length < PAGE) break;
  }
  const perMinor = 10n ** BigInt(6 - (DIGITS[currency] ?? 2));
  const expected = new Map([...exact].map(([what, micros]) => [what, half(micros, perMinor)]));
  const fee = spans.reduce((sum, span) => sum + feeOf(span, start, end), 0n);
  if (fee !== 0n) expected.set("fee", fee);
  return { events, differences: await compare(database, of, expected) };
}

function edgesOf(month: string): [number, number] {
  const [year, number] = month.split("-").map(Number);
  return [Date.UTC(year, number - 1), Date.UTC(year, number)];
}

/** Amounts here are never below zero. */
const half = (amount: bigint, divisor: bigint): bigint => (2n * amount + divisor) / (2n * divisor);

function feeOf({ from, to, prices }: PlanSpan, start: number, end: number): bigint {
  const share = (until: number) => half(BigInt(prices.monthly_fee) * BigInt(until - start), BigInt(end - start));
  return share(to) - share(from);
}

/** The plans of the month, each with the prices of the month and from when to when it held. */
async function spansOf(tx: Tx, tenantId: string, month: string, start: number, end: number) {
  const [tenant] = await tx.$queryRaw<{ plan_id: string; created_at: Date; currency: string }[]>`
    SELECT t.plan_id, t.created_at, p.currency FROM tenant t JOIN plan p ON p.id = t.plan_id WHERE t.id = ${tenantId}`;
  const changes = await tx.$queryRaw<{ at: Date; from_plan_id: string; to_plan_id: string }[]>`
    SELECT at, from_plan_id, to_plan_id FROM plan_change WHERE tenant_id = ${tenantId} ORDER BY at`;
  const marks = [
    { at: Number.NEGATIVE_INFINITY, plan: changes[0]?.from_plan_id ?? tenant.plan_id },
    ...changes.map(({ at, to_plan_id: plan }) => ({ at: at.getTime(), plan })),
  ];
  const spans: PlanSpan[] = [];
  for (const [index, { at, plan }] of marks.entries()) {
    const from = Math.max(start, tenant.created_at.getTime(), at);
    const to = Math.min(end, marks[index + 1]?.at ?? Number.POSITIVE_INFINITY);
    if (to <= from) continue;
    const [row] = await tx.$queryRaw<{ price_list: Prices }[]>`
      SELECT price_list FROM plan_price WHERE plan_id = ${plan} AND from_month <= ${month} ORDER BY from_month DESC LIMIT 1`;
    spans.push({ from, to, prices: row.price_list });
  }
  return { spans, currency: tenant.currency };
}

function readPage(tx: Tx, tenantId: string, start: Date, end: Date, last: Call | undefined): Promise<Call[]> {
  return tx.$queryRaw<Call[]>`
    SELECT id, created_at, module, parts FROM usage_event
    WHERE tenant_id = ${tenantId} AND environment = 'live' AND billed AND created_at >= ${start} AND created_at < ${end}
      AND (created_at, id) > (${last?.created_at ?? new Date(0)}, ${last?.id ?? ""})
    ORDER BY created_at, id LIMIT ${PAGE}`;
}

/** Adds what one call costs: each thing it did, at its own place in the month, by the plan of its instant. */
function take(call: Call, spans: readonly PlanSpan[], exact: Map<string, bigint>, seen: Map<string, number>): void {
  const at = call.created_at.getTime();
  const span = spans.find(({ from, to }) => at >= from && at < to);
  if (!span) throw new Error(`The call ${call.id} falls under no plan.`);
  const { prices, tiers } = span.prices;
  const things = call.module === "workflow" ? call.parts.map((part) => `workflow/${part}`) : [call.module];
  for (const thing of things) {
    const place = (seen.get(thing) ?? 0) + 1;
    seen.set(thing, place);
    let discount = 0;
    for (const tier of tiers[call.module] ?? []) if (place > tier.above) discount = tier.discount_bp;
    const price = BigInt(prices[thing.replace("workflow/", "")] ?? 0);
    exact.set(thing, (exact.get(thing) ?? 0n) + half(price * BigInt(10_000 - discount), 10_000n));
  }
}

async function compare(
  database: Adapters["database"],
  of: { readonly tenantId: string; readonly month: string; readonly invoiceId: string | null },
  expected: ReadonlyMap<string, bigint>,
): Promise<Difference[]> {
  const invoice =
    of.invoiceId === null
      ? null
      : await database.asPlatform((tx) =>
          tx.invoice.findUnique({ where: { id: of.invoiceId as string }, include: { lines: true } }),
        );
  const found = new Map<string, bigint>();
  for (const { kind, module, part, amount } of invoice?.lines ?? []) {
    const what = kind === "fee" ? "fee" : part === null ? String(module) : `${module}/${part}`;
    found.set(what, (found.get(what) ?? 0n) + amount);
  }
  const total = [...expected.values()].reduce((a, b) => a + b, 0n);
  const on = { tenantId: of.tenantId, month: of.month, number: invoice?.number ?? null };
  const differences = [...new Set([...expected.keys(), ...found.keys()])]
    .filter((what) => invoice !== null && (expected.get(what) ?? 0n) !== (found.get(what) ?? 0n))
    .map((what) => ({ ...on, what, expected: String(expected.get(what) ?? 0n), found: String(found.get(what) ?? 0n) }));
  if (total === (invoice?.total ?? 0n)) return differences;
  return [
    ...differences,
    { ...on, what: "total", expected: String(total), found: String(invoice?.total ?? "no invoice") },
  ];
}
