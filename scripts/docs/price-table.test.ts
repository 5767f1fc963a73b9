import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withPriceTable } from "@/scripts/docs/price-table";

test("the prices in docs/billing.md are those of the declared plans", () => {
  const page = readFileSync("docs/billing.md", "utf8");
  expect(page).toBe(withPriceTable(page));
  expect(page).toMatch(/\| Document OCR \| .* \| 0\.12; over 1,000: −5 %/);
});
