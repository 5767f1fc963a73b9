import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { billingMonth, monthsBetween } from "@/server/domain/billing/billing-month";
import { decimalText, microsPerMinor, minorDigits } from "@/server/domain/billing/currency";
import { divideRounded } from "@/server/domain/billing/divide-rounded";
import { PLANS } from "@/server/domain/billing/plans";
import { METERED, type MeterKey, meterKey, PriceList, type Tier } from "@/server/domain/billing/price-list";
import { type PricedSegment, priceMonth, totalOf } from "@/server/domain/billing/price-month";
import { prorateFee } from "@/server/domain/billing/prorate-fee";
import { splitMonth } from "@/server/domain/billing/split-month";
import { tierBands } from "@/server/domain/billing/tier-bands";

const month = billingMonth("2026-10");
const length = month.end.getTime() - month.start.getTime();
const at = (ms: number) => new Date(month.start.getTime() + ms);
const [free, pro, enterprise] = PLANS;

const tiersArbitrary = fc
  .uniqueArray(fc.integer({ min: 1, max: 3_000 }), { maxLength: 4 })
  .chain((edges) =>
    fc.tuple(
      ...edges
        .sort((a, b) => a - b)
        .map((above) => fc.record({ above: fc.constant(above), discount_bp: fc.integer({ min: 1, max: 9_999 }) })),
    ),
  ) as fc.Arbitrary<Tier[]>;
const keys = METERED.map(meterKey);
const countsArbitrary = fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 0, max: 4_000 })) as fc.Arbitrary<
  Partial<Record<MeterKey, number>>
>;
const micros = fc.integer({ min: 0, max: 500_001 });
const priceListArbitrary: fc.Arbitrary<PriceList> = fc.record({
  monthly_fee: fc.integer({ min: 0, max: 1_000_001 }),
  prices: fc.record({ liveness: micros, ocr: micros, validate: micros, face_match: micros, kya: micros }),
  tiers: fc.record({ liveness: tiersArbitrary, ocr: tiersArbitrary, workflow: tiersArbitrary }),
});
const cutsArbitrary = fc.array(fc.integer({ min: 1, max: length - 1 }), { maxLength: 6 });

/** The month under one price list, cut at the given places, with its calls dealt out over the pieces at random. */
const splitArbitrary = fc
  .tuple(priceListArbitrary, countsArbitrary, cutsArbitrary)
  .chain(([priceList, counts, cuts]) => {
    const edges = [0, ...[...new Set(cuts)].sort((a, b) => a - b), length];
    const pieces = edges.length - 1;
    const shares = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: pieces, maxLength: pieces }), {
      minLength: keys.length,
      maxLength: keys.length,
    });
    return shares.map((weights) => ({ priceList, counts, segments: deal(priceList, counts, edges, weights) }));
  });

function deal(priceList: PriceList, counts: Partial<Record<MeterKey, number>>, edges: number[], weights: number[][]) {
  const pieces = edges.slice(1).map((to, i) => ({
    planId: "p",
    from: at(edges[i]),
    to: at(to),
    priceList,
    counts: {} as Record<MeterKey, number>,
  }));
  keys.forEach((key, k) => {
    let rest = counts[key] ?? 0;
    const sum = weights[k].reduce((a, b) => a + b, 0);
    pieces.forEach((piece, i) => {
      const share =
        i === pieces.length - 1
          ? rest
          : Math.min(rest, sum === 0 ? 0 : Math.floor(((counts[key] ?? 0) * weights[k][i]) / sum));
      piece.counts[key] = share;
      rest -= share;
    });
  });
  return pieces satisfies PricedSegment[];
}

describe("rounding", () => {
  test("is to the nearest unit, a half away from zero, on both sides of zero alike", () => {
    const cases: [bigint, bigint][] = [
      [4n, 0n],
      [5n, 1n],
      [14n, 1n],
      [15n, 2n],
      [-4n, 0n],
      [-5n, -1n],
      [-15n, -2n],
    ];
    for (const [amount, expected] of cases) expect(divideRounded(amount, 10n)).toBe(expected);
    expect([divideRounded(1n, 3n), divideRounded(2n, 3n), divideRounded(7n, 1n)]).toEqual([0n, 1n, 7n]);
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 12n }), (amount, divisor) => {
        const rounded = divideRounded(amount, divisor);
        const off = amount - rounded * divisor;
        expect((off < 0n ? -off : off) * 2n <= divisor).toBe(true);
        expect(divideRounded(-amount, divisor)).toBe(-rounded);
      }),
    );
  });

  test("knows currencies without and with three digits of minor unit, and writes amounts as digits", () => {
    expect([minorDigits("USD"), minorDigits("JPY"), minorDigits("TND")]).toEqual([2, 0, 3]);
    expect([microsPerMinor("USD"), microsPerMinor("JPY"), microsPerMinor("TND")]).toEqual([
      10_000n,
      1_000_000n,
      1_000n,
    ]);
    expect([decimalText(1234n, 2), decimalText(-5n, 2), decimalText(7n, 0), decimalText(0n, 2)]).toEqual([
      "12.34",
      "-0.05",
      "7",
      "0.00",
    ]);
    expect([decimalText(30_000n, 6, 2), decimalText(28_500n, 6, 2), decimalText(1n, 6, 2)]).toEqual([
      "0.03",
      "0.0285",
      "0.000001",
    ]);
  });
});

describe("a month that is split", () => {
  test("costs what the whole month costs, to the minor unit, wherever it is cut", () => {
    fc.assert(
      fc.property(splitArbitrary, ({ priceList, counts, segments }) => {
        const whole: PricedSegment = { planId: "p", from: month.start, to: month.end, priceList, counts };
        const parts = priceMonth(month, "USD", segments);
        const once = priceMonth(month, "USD", [whole]);
        expect(totalOf(parts)).toBe(totalOf(once));
        for (const { module, part } of METERED) {
          const of = (lines: typeof parts) =>
            totalOf(lines.filter((line) => line.kind === "usage" && line.module === module && line.part === part));
          expect(of(parts)).toBe(of(once));
        }
      }),
    );
  });

  test("divides its fee without a rest, each part at least nothing and at most the fee", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), cutsArbitrary, (fee, cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), length];
        const parts = edges.slice(1).map((to, i) => prorateFee(fee, month, { from: at(edges[i]), to: at(to) }));
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(fee);
        for (const part of parts) expect(part >= 0n && part <= fee).toBe(true);
      }),
    );
  });

  test("changes plan at the instant of the change: each call and each share of the fee at its own plan's price", () => {
    const changes = [
      { at: at(length / 2), fromPlanId: "pro", toPlanId: "enterprise" },
      { at: new Date(Date.UTC(2026, 11, 1)), fromPlanId: "enterprise", toPlanId: "free" },
    ];
    const [first, second, ...none] = splitMonth(month, { since: new Date(0), planId: "free", changes });
    expect(none).toEqual([]);
    expect([first, second]).toEqual([
      { from: month.start, to: at(length / 2), planId: "pro" },
      { from: at(length / 2), to: month.end, planId: "enterprise" },
    ]);
    const lines = priceMonth(month, "USD", [
      { ...first, priceList: pro.priceList, counts: { "workflow/ocr": 900 } },
      { ...second, priceList: enterprise.priceList, counts: { "workflow/ocr": 200 } },
    ]);
    expect(lines.map(({ kind, planId, amount }) => [kind, planId, amount])).toEqual([
      ["fee", "pro", 24_50n],
      ["fee", "enterprise", 249_50n],
      ["usage", "pro", 108_00n],
      ["usage", "enterprise", 10_00n],
    ]);
  });

  test("begins with the tenant, and knows the plan before the first change and after the last", () => {
    const changes = [{ at: at(1_000), fromPlanId: "free", toPlanId: "pro" }];
    expect(splitMonth(month, { since: at(5_000), planId: "pro", changes })).toEqual([
      { from: at(5_000), to: month.end, planId: "pro" },
    ]);
    expect(splitMonth(month, { since: month.end, planId: "pro", changes: [] })).toEqual([]);
    expect(splitMonth(billingMonth("2026-09"), { since: new Date(0), planId: "pro", changes })[0].planId).toBe("free");
    expect(splitMonth(billingMonth("2026-11"), { since: new Date(0), planId: "x", changes })[0].planId).toBe("pro");
  });
});

describe("tiers", () => {
  test("price each call by its own place in the month: a naive count call by call gives the same", () => {
    fc.assert(
      fc.property(micros, tiersArbitrary, fc.nat(3_500), fc.nat(3_500), (price, tiers, before, quantity) => {
        const bands = tierBands(BigInt(price), tiers, { before, quantity });
        let naive = 0n;
        for (let call = before + 1; call <= before + quantity; call++) {
          const tier = tiers.filter(({ above }) => call > above).at(-1);
          naive += divideRounded(BigInt(price) * BigInt(10_000 - (tier?.discount_bp ?? 0)), 10_000n);
        }
        expect(bands.reduce((sum, band) => sum + band.unitMicros * BigInt(band.quantity), 0n)).toBe(naive);
        expect(bands.reduce((sum, band) => sum + band.quantity, 0)).toBe(quantity);
      }),
    );
  });

  test("apply to the workflow's modules by the number of workflow calls", () => {
    const counts = { "workflow/liveness": 1_500, liveness: 1_000 } as const;
    const lines = priceMonth(month, "USD", [
      { planId: "pro", from: month.start, to: month.end, priceList: pro.priceList, counts },
    ]);
    expect(lines.filter((line) => line.kind === "usage")).toMatchObject([
      { module: "workflow", part: "liveness", first: 1, quantity: 1_000, unitMicros: 30_000n, amount: 30_00n },
      { module: "workflow", part: "liveness", first: 1_001, quantity: 500, unitMicros: 28_500n, amount: 14_25n },
      { module: "liveness", part: null, quantity: 1_000, amount: 30_00n },
    ]);
  });

  test("that overlap or fall are refused when a price list is read", () => {
    const list = (tiers: Tier[]) => PriceList.safeParse({ ...free.priceList, tiers: { ocr: tiers } }).success;
    expect(
      list([
        { above: 10, discount_bp: 1 },
        { above: 20, discount_bp: 2 },
      ]),
    ).toBe(true);
    expect(
      list([
        { above: 20, discount_bp: 1 },
        { above: 20, discount_bp: 2 },
      ]),
    ).toBe(false);
    expect(PriceList.safeParse({ ...free.priceList, monthly_fee: 1.5 }).success).toBe(false);
    expect(PriceList.safeParse({ ...free.priceList, prices: { ocr: 0.1 } }).success).toBe(false);
  });
});

test("the declared plans are price lists, and the workflow of Pro and Enterprise costs the sum of its modules", () => {
  for (const plan of PLANS) expect(PriceList.parse(plan.priceList)).toEqual(plan.priceList);
  const whole = { "workflow/liveness": 1, "workflow/ocr": 1, "workflow/validate": 1, "workflow/face_match": 1 };
  const of = (priceList: PriceList) =>
    totalOf(
      priceMonth(month, "USD", [
        { planId: "p", from: month.start, to: month.end, priceList: { ...priceList, monthly_fee: 0 }, counts: whole },
      ]),
    );
  expect([free, pro, enterprise].map((plan) => of(plan.priceList))).toEqual([0n, 21n, 9n]);
});

test("months follow each other over the end of a year", () => {
  expect(monthsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(monthsBetween("2026-11", "2026-10")).toEqual([]);
  expect(() => billingMonth("2026-13")).toThrow(RangeError);
});
