import { expect, test } from "vitest";
import { doubleSpectrum } from "@/server/vision/ops/double-spectrum";
import { powerSpectrum } from "@/server/vision/ops/fft";

test("two spectra from one transform are the two that are made one by one", () => {
  const n = 16;
  const a = Float64Array.from({ length: n * n }, (_, i) => Math.sin(i * i * 0.013) * 20);
  const b = Float64Array.from({ length: n * n }, (_, i) => Math.cos(i * 0.7) * 10 + (i % 5));
  const [first, second] = [new Float64Array(n * n), new Float64Array(n * n)];
  doubleSpectrum(n).of(a, b, first, second);
  const plain = (data: Float64Array) => powerSpectrum({ width: n, height: n, data: Float32Array.from(data) });
  plain(a).forEach((power, i) => {
    expect(Math.abs(first[i] - power)).toBeLessThan(1e-3 * (1 + power));
  });
  plain(b).forEach((power, i) => {
    expect(Math.abs(second[i] - power)).toBeLessThan(1e-3 * (1 + power));
  });
  expect(() => doubleSpectrum(12)).toThrow(RangeError);
});
