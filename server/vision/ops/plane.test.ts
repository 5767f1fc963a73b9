import { expect, test } from "vitest";
import { boxBlur } from "@/server/vision/ops/box-blur";
import { nms, overlap } from "@/server/vision/ops/nms";
import { sharpness } from "@/server/vision/ops/sharpness";
import { sigmoid } from "@/server/vision/ops/sigmoid";
import type { Box, Plane } from "@/server/vision/types";

const plane = (width: number, height: number, f: (x: number, y: number) => number): Plane => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => f(i % width, Math.floor(i / width))),
});
const wavy = plane(19, 13, (x, y) => Math.sin(x * 1.7) * 3 + Math.cos(y * 0.9 + x) * 2);

test("the box blur is the mean of the neighbourhood that exists", () => {
  for (const radius of [0, 1, 3, 20]) {
    const out = boxBlur(wavy, radius);
    for (let y = 0; y < 13; y++) {
      for (let x = 0; x < 19; x++) {
        const rows: number[] = [];
        for (let j = Math.max(0, y - radius); j <= Math.min(12, y + radius); j++) {
          const line: number[] = [];
          for (let i = Math.max(0, x - radius); i <= Math.min(18, x + radius); i++) line.push(wavy.data[j * 19 + i]);
          rows.push(line.reduce((a, b) => a + b, 0) / line.length);
        }
        expect(out.data[y * 19 + x]).toBeCloseTo(rows.reduce((a, b) => a + b, 0) / rows.length, 3);
      }
    }
  }
});

test("sharpness is the variance of the Laplacian: nothing on a ramp, more on an edge than on the edge blurred", () => {
  expect(sharpness(plane(12, 12, (x, y) => 3 * x + 2 * y))).toBeCloseTo(0, 3);
  const edge = plane(24, 24, (x) => (x < 12 ? 0 : 200));
  expect(sharpness(edge)).toBeGreaterThan(4 * sharpness(boxBlur(edge, 2)));
  const values: number[] = [];
  for (let y = 1; y < 12; y++) {
    for (let x = 1; x < 18; x++) {
      const at = (i: number, j: number) => wavy.data[j * 19 + i];
      values.push(4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1));
    }
  }
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  expect(sharpness(wavy)).toBeCloseTo(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length, 2);
  expect(sharpness(plane(2, 9, () => 1))).toBe(0);
});

test("of boxes that overlap too much the best score stays, and touching boxes do not overlap", () => {
  const box = (x: number, y: number): Box => ({ x, y, width: 10, height: 10 });
  expect(overlap(box(0, 0), box(10, 0))).toBe(0);
  expect(overlap(box(0, 0), box(5, 0))).toBeCloseTo(1 / 3);
  expect(nms([box(0, 0), box(1, 1), box(40, 0), box(2, 0)], [0.5, 0.9, 0.2, 0.4], 0.3)).toEqual([1, 2]);
  expect(nms([], [], 0.3)).toEqual([]);
});

test("the sigmoid neither overflows nor leaves 0–1", () => {
  expect([sigmoid(-800), sigmoid(0), sigmoid(800)]).toEqual([0, 0.5, 1]);
  expect(sigmoid(1.3)).toBeCloseTo(1 / (1 + Math.exp(-1.3)), 12);
});
