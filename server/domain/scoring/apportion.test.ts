import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion } from "@/server/domain/scoring/apportion";

test("the parts are whole, within one unit of their exact share, and add up to the total", () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.array(fc.nat(100), { minLength: 1, maxLength: 12 }), (total, weights) => {
      const sum = weights.reduce((a, b) => a + b, 0);
      const parts = apportion(total, weights);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(sum > 0 ? total : 0);
      parts.forEach((part, index) => {
        expect(Number.isInteger(part)).toBe(true);
        if (sum > 0) expect(Math.abs(part - (total * weights[index]) / sum)).toBeLessThan(1);
      });
    }),
  );
});
