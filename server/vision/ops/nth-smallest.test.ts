import { expect, test } from "vitest";
import { nthSmallest } from "@/server/vision/ops/nth-smallest";

test("is what sorting would put at that place, also among many that are alike", () => {
  for (const [count, kinds] of [
    [1, 1],
    [2, 9],
    [1000, 7],
    [1001, 1e6],
  ]) {
    const values = Float64Array.from({ length: count }, (_, i) => (i * 48_271 + 11) % kinds);
    const sorted = Float64Array.from(values).sort();
    for (const n of [0, count >> 2, count >> 1, count - 1])
      expect(nthSmallest(Float64Array.from(values), n)).toBe(sorted[n]);
  }
});
