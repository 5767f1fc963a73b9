import fc from "fast-check";
import { expect, test } from "vitest";
import { applyAffine, composeAffine, invertAffine } from "@/server/vision/ops/affine";
import { applyHomography, homography, invertHomography } from "@/server/vision/ops/homography";
import { similarityTransform } from "@/server/vision/ops/similarity-transform";
import { solveLinear } from "@/server/vision/ops/solve-linear";
import type { Affine, Homography, Point } from "@/server/vision/types";

const near = (a: Point, b: Point, digits = 6) => {
  expect(a.x).toBeCloseTo(b.x, digits);
  expect(a.y).toBeCloseTo(b.y, digits);
};
const number = fc.double({ min: -100, max: 100, noNaN: true });
const point = fc.record({ x: number, y: number });

test("an affine map and its inverse cancel, and composing is applying one after the other", () => {
  const p: Affine<"a", "b"> = { m: [2, 0.5, 7, -0.3, 1.5, -4] };
  const q: Affine<"b", "c"> = { m: [0.2, -1, 3, 1, 0.4, 9] };
  fc.assert(
    fc.property(point, (at) => {
      near(applyAffine(invertAffine(p), applyAffine(p, at)), at);
      near(applyAffine(composeAffine(p, q), at), applyAffine(q, applyAffine(p, at)));
    }),
  );
  expect(() => invertAffine({ m: [1, 2, 0, 2, 4, 0] })).toThrow(RangeError);
});

test("a similarity is recovered from the points it moved, and noise is shared out without bias", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      fc.double({ min: -3.1, max: 3.1, noNaN: true }),
      number,
      number,
      (scale, angle, x, y) => {
        const [c, s] = [scale * Math.cos(angle), scale * Math.sin(angle)];
        const truth: Affine = { m: [c, -s, x, s, c, y] };
        const from = [0, 1, 2, 3, 4].map((i) => ({ x: 10 * i - (i % 2) * 7, y: i * i * 3 }));
        const found = similarityTransform(
          from,
          from.map((p) => applyAffine(truth, p)),
        );
        for (let i = 0; i < 6; i++) expect(found?.m[i]).toBeCloseTo(truth.m[i], 6);
      },
    ),
  );
  expect(similarityTransform([{ x: 1, y: 1 }], [{ x: 0, y: 0 }])).toBeUndefined();
  expect(
    similarityTransform(
      [
        { x: 1, y: 1 },
        { x: 1, y: 1 },
      ],
      [
        { x: 0, y: 0 },
        { x: 5, y: 5 },
      ],
    ),
  ).toBeUndefined();
});

const TRUTH: Homography<"a", "b"> = { m: [1.1, 0.2, 30, -0.1, 0.9, 12, 0.0004, -0.0007, 1] };
const GRID = [0, 1, 2, 3, 4, 5].flatMap((i) => [0, 1, 2].map((j) => ({ x: 40 * i + 3 * j, y: 55 * j + i })));

test("a homography is recovered from four points and from many, and inverts", () => {
  for (const from of [
    [
      { x: 0, y: 0 },
      { x: 200, y: 5 },
      { x: 210, y: 140 },
      { x: -4, y: 150 },
    ],
    GRID,
  ]) {
    const found = homography<"a", "b">(
      from,
      from.map((p) => applyHomography(TRUTH, p)),
    );
    for (const p of GRID) {
      near(applyHomography(found!, p), applyHomography(TRUTH, p), 5);
      near(applyHomography(invertHomography(found!), applyHomography(TRUTH, p)), p, 5);
    }
  }
});

test("points that determine no homography give none", () => {
  const line = [0, 1, 2, 3].map((i) => ({ x: i * 10, y: i * 5 }));
  expect(homography(line, GRID.slice(0, 4))).toBeUndefined();
  expect(homography(GRID.slice(0, 3), GRID.slice(0, 3))).toBeUndefined();
  expect(homography(Array(4).fill({ x: 1, y: 1 }), GRID.slice(0, 4))).toBeUndefined();
});

test("linear systems are solved to the right-hand side, and singular ones refused", () => {
  const a = [3, 1, -2, 0, 5, 7, 4, -1, 0];
  const x = [2, -3, 0.5];
  const b = [0, 1, 2].map((r) => [0, 1, 2].reduce((s, c) => s + a[r * 3 + c] * x[c], 0));
  const found = solveLinear(Float64Array.from(a), Float64Array.from(b));
  for (let i = 0; i < 3; i++) expect(found?.[i]).toBeCloseTo(x[i], 10);
  expect(solveLinear(Float64Array.from([1, 2, 2, 4]), Float64Array.from([1, 2]))).toBeUndefined();
});
