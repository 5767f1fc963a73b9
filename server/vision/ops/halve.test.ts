import { expect, test } from "vitest";
import { halve } from "@/server/vision/ops/halve";

test("each pixel of the half is the mean of four, channel by channel", () => {
  const data = new Uint8ClampedArray(4 * 2 * 3).map((_, i) => i * 10);
  const half = halve({ width: 4, height: 2, data });
  expect([half.width, half.height]).toEqual([2, 1]);
  const mean = (x: number, c: number) =>
    [data[2 * x * 3 + c], data[(2 * x + 1) * 3 + c], data[(4 + 2 * x) * 3 + c], data[(5 + 2 * x) * 3 + c]].reduce(
      (a, b) => a + b,
    ) / 4;
  expect([...half.data]).toEqual([0, 1].flatMap((x) => [0, 1, 2].map((c) => Math.round(mean(x, c)))));
});

test("an odd last row and column are dropped", () => {
  const half = halve({ width: 3, height: 3, data: new Float32Array([1, 3, 9, 5, 7, 9, 9, 9, 9]) });
  expect(half).toEqual({ width: 1, height: 1, data: new Float32Array([4]) });
});
