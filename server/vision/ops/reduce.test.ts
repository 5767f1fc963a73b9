import { expect, test } from "vitest";
import { differenceHash } from "@/server/vision/ops/difference-hash";
import { powerSpectrum } from "@/server/vision/ops/fft";
import { halve } from "@/server/vision/ops/halve";
import { mirror } from "@/server/vision/ops/mirror";
import { ramp } from "@/server/vision/ops/ramp";
import { resize } from "@/server/vision/ops/resize";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import { warpReduced } from "@/server/vision/ops/warp-reduced";
import type { Image, Plane } from "@/server/vision/types";

const smooth = (width: number, height: number): Image => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    return 128 + 90 * Math.sin(x / 17 + (i % 3)) * Math.cos(y / 23);
  }),
});
const plane = (side: number, f: (x: number, y: number) => number): Plane => ({
  width: side,
  height: side,
  data: Float32Array.from({ length: side * side }, (_, i) => f(i % side, Math.floor(i / side))),
});

test("the power spectrum is the squared length of the discrete Fourier sum", () => {
  const p = plane(8, (x, y) => Math.sin(x * x + 3 * y) + 0.3 * x);
  const power = powerSpectrum(p);
  for (let v = 0; v < 8; v++) {
    for (let u = 0; u < 8; u++) {
      let [re, im] = [0, 0];
      for (let i = 0; i < 64; i++) {
        const angle = (-2 * Math.PI * (u * (i % 8) + v * Math.floor(i / 8))) / 8;
        re += p.data[i] * Math.cos(angle);
        im += p.data[i] * Math.sin(angle);
      }
      expect(power[v * 8 + u]).toBeCloseTo(re * re + im * im, 3);
    }
  }
  expect(() => powerSpectrum(plane(12, () => 0))).toThrow(RangeError);
});

test("halving is the mean of four, which is resizing by area, and an odd last line is dropped", () => {
  const image = smooth(30, 22);
  const want = resize(image, 15, 11);
  halve(image).data.forEach((v, i) => {
    expect(Math.abs(v - want.data[i])).toBeLessThanOrEqual(1);
  });
  expect(halve(smooth(7, 3))).toMatchObject({ width: 3, height: 1 });
});

test("a reduced warp shows what a full warp shows", () => {
  const image = smooth(400, 300);
  for (const scale of [0.9, 0.4, 0.11]) {
    const map = { m: [scale, 0.1 * scale, 5, -0.1 * scale, scale, 9] } as const;
    const [fast, full] = [warpReduced(image, map, 50, 40), warpAffine(image, map, 50, 40)];
    let off = 0;
    fast.data.forEach((v, i) => {
      off += Math.abs(v - full.data[i]) / full.data.length;
    });
    expect(off).toBeLessThan(2.5);
  }
});

test("a mirror exchanges left and right, twice brings the picture back", () => {
  const image = smooth(9, 5);
  const turned = mirror(image);
  for (let c = 0; c < 3; c++) expect(turned.data[c]).toBe(image.data[8 * 3 + c]);
  expect(Array.from(mirror(turned).data)).toEqual(Array.from(image.data));
});

test("the difference hash survives brightness and size and tells pictures apart", () => {
  const a = plane(64, (x, y) => 100 + 50 * Math.sin(x / 9) + 20 * Math.cos(y / 7));
  const brighter = plane(128, (x, y) => 130 + 50 * Math.sin((x - 0.5) / 18) + 20 * Math.cos((y - 0.5) / 14));
  expect(differenceHash(a)).toMatch(/^[0-9a-f]{16}$/);
  expect(differenceHash(brighter)).toBe(differenceHash(a));
  expect(differenceHash(plane(64, (x) => -x))).toBe("0".repeat(16));
  expect(differenceHash(plane(64, (x) => x))).toBe("f".repeat(16));
  expect(differenceHash(a, 16)).toMatch(/^[0-9a-f]{64}$/);
});

test("a ramp is 0 below, 1 above and straight between, either way round", () => {
  expect([ramp(1, 2, 4), ramp(3, 2, 4), ramp(9, 2, 4)]).toEqual([0, 0.5, 1]);
  expect([ramp(9, 8, 4), ramp(5, 8, 4), ramp(1, 8, 4)]).toEqual([0, 0.75, 1]);
});
