import { expect, test } from "vitest";
import { readPlanForm, showPlanForm } from "@/server/domain/billing/plan-form";
import { PLANS } from "@/server/domain/billing/plans";

test("what is shown of a plan reads back as the very same plan", () => {
  for (const { priceList, quotas, currency } of PLANS) {
    expect(readPlanForm(showPlanForm(priceList, quotas, currency), currency)).toEqual({ priceList, quotas });
  }
  const [, pro] = PLANS;
  const shown = showPlanForm(pro.priceList, pro.quotas, "USD");
  expect([shown.fee, shown.prices.ocr, shown.tiers.ocr, shown.quotas.ocr]).toEqual([
    "49.00",
    "0.12",
    "1000: 5, 3000: 10",
    "5000",
  ]);
});

test("each mistake is a sentence that names the field; no amount is rounded in silence", () => {
  const [, { priceList, quotas }] = PLANS;
  const shown = showPlanForm(priceList, quotas, "USD");
  const mistakes = (change: object) => {
    const result = readPlanForm({ ...shown, ...change }, "USD");
    return "mistakes" in result ? result.mistakes : [];
  };
  expect(mistakes({ fee: "49.005" })).toEqual([expect.stringContaining("The fee")]);
  expect(mistakes({ fee: "-1" })).toHaveLength(1);
  expect(mistakes({ prices: { ...shown.prices, ocr: "0.1234567" } })).toEqual([expect.stringContaining("ocr")]);
  for (const tiers of ["1000", "1000: 5, 500: 10", "0: 5", "1000: 101", "1000: 0", "1000: 5: 6", "a: 5"])
    expect(mistakes({ tiers: { ...shown.tiers, liveness: tiers } }), tiers).toEqual([
      expect.stringContaining("liveness"),
    ]);
  expect(mistakes({ quotas: { ...shown.quotas, kya: "1.5" } })).toEqual([expect.stringContaining("kya")]);
});
