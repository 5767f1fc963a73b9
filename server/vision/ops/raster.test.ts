import { expect, test } from "vitest";
import { crop } from "@/server/vision/ops/crop";
import { gray } from "@/server/vision/ops/gray";
import { applyHomography, invertHomography } from "@/server/vision/ops/homography";
import { planar } from "@/server/vision/ops/planar";
import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";
import { resize } from "@/server/vision/ops/resize";
import { type Quarter, rotateQuarter } from "@/server/vision/ops/rotate-quarter";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import { warpPerspective } from "@/server/vision/ops/warp-perspective";
import type { Homography, Image, Plane, Point } from "@/server/vision/types";

let seed = 7;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const noise = (width: number, height: number): Image => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, () => random() * 256),
});
const noisePlane = (width: number, height: number): Plane => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, () => random() * 2 - 1),
});
const value = (r: Raster, x: number, y: number, c: number) => r.data[(y * r.width + x) * channelsOf(r) + c];
const both: [string, Raster][] = [
  ["picture", noise(23, 17)],
  ["plane", noisePlane(23, 17)],
];
const close = (a: Raster, b: (x: number, y: number, c: number) => number) => {
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++)
      for (let c = 0; c < channelsOf(a); c++) {
        const off = Math.abs(value(a, x, y, c) - b(x, y, c));
        if (!(off <= (channelsOf(a) === 1 ? 1e-4 : 0.51))) expect.fail(`(${x}, ${y}, ${c}) is off by ${off}`);
      }
};

/** The value of a source at continuous coordinates, by the definition of bilinear interpolation. */
function bilinear(r: Raster, x: number, y: number, c: number, fill: number | "edge"): number {
  const px = (i: number, j: number) => {
    if (fill === "edge")
      return value(r, Math.min(r.width - 1, Math.max(0, i)), Math.min(r.height - 1, Math.max(0, j)), c);
    return i < 0 || j < 0 || i >= r.width || j >= r.height ? fill : value(r, i, j, c);
  };
  const [u, v] = [x - 0.5, y - 0.5];
  const [i, j] = [Math.floor(u), Math.floor(v)];
  const [a, b] = [u - i, v - j];
  return (px(i, j) * (1 - a) + px(i + 1, j) * a) * (1 - b) + (px(i, j + 1) * (1 - a) + px(i + 1, j + 1) * a) * b;
}

test.each(both)("an affine warp of a %s is the bilinear value at the inverse point", (_, source) => {
  for (const fill of [0, 9, "edge"] as const) {
    const out = warpAffine(source, { m: [1.3, 0.4, -3, -0.5, 1.2, 4] }, 31, 29, { fill });
    const det = 1.3 * 1.2 + 0.4 * 0.5;
    close(out, (x, y, c) => {
      const [u, v] = [x + 0.5 + 3, y + 0.5 - 4];
      return bilinear(source, (1.2 * u - 0.4 * v) / det, (0.5 * u + 1.3 * v) / det, c, fill);
    });
  }
});

test.each(both)("a perspective warp of a %s is the bilinear value at the inverse point", (_, source) => {
  const map: Homography = { m: [1.2, 0.1, 2, 0.05, 1.1, -1, 0.004, -0.003, 1] };
  const back = invertHomography(map);
  close(warpPerspective(source, map, 24, 20, { fill: "edge" }), (x, y, c) => {
    const p = applyHomography(back, { x: x + 0.5, y: y + 0.5 });
    return bilinear(source, p.x, p.y, c, "edge");
  });
});

test("a warp that reduces averages what it covers, so that a fine checkerboard becomes grey and not black and white", () => {
  const board = rasterLike(noisePlane(1, 1), 128, 128);
  for (let i = 0; i < board.data.length; i++) board.data[i] = (Math.floor(i / 128) + i) % 2;
  const out = warpAffine(board, { m: [0.11, 0, 0, 0, 0.11, 0] }, 14, 14);
  for (const v of out.data) expect(Math.abs(v - 0.5)).toBeLessThan(0.2);
});

test.each(both)("resizing a %s down takes the mean of the area", (_, source) => {
  const [w, h] = [9, 5];
  close(resize(source, w, h), (x, y, c) => {
    let sum = 0;
    let area = 0;
    for (let j = 0; j < source.height; j++) {
      for (let i = 0; i < source.width; i++) {
        const a = Math.min(i + 1, ((x + 1) * source.width) / w) - Math.max(i, (x * source.width) / w);
        const b = Math.min(j + 1, ((y + 1) * source.height) / h) - Math.max(j, (y * source.height) / h);
        if (a <= 0 || b <= 0) continue;
        sum += a * b * value(source, i, j, c);
        area += a * b;
      }
    }
    return sum / area;
  });
});

test.each(both)("resizing a %s up is bilinear, and the same size is a copy", (_, source) => {
  close(resize(source, 61, 40), (x, y, c) =>
    bilinear(source, ((x + 0.5) * source.width) / 61, ((y + 0.5) * source.height) / 40, c, "edge"),
  );
  expect(resize(source, source.width, source.height).data).toEqual(
    channelsOf(source) === 1 ? source.data : new Uint8ClampedArray(source.data),
  );
  expect(() => resize(source, 0, 4)).toThrow(RangeError);
});

test.each(both)("a crop of a %s copies what lies inside and fills what lies outside", (_, source) => {
  const box = { x: -3, y: 10, width: 12, height: 11 };
  close(crop(source, box, 4), (x, y, c) =>
    x + box.x < 0 || y + box.y >= source.height ? 4 : value(source, x + box.x, y + box.y, c),
  );
  close(crop(source, { x: 100, y: 0, width: 4, height: 4 }), () => 0);
});

/** Where a point of the turned raster lies before the turn; `width` and `height` are those before it. */
function unrotatePoint(point: Point, width: number, height: number, turns: Quarter): Point {
  if (turns === 1) return { x: point.y, y: height - point.x };
  if (turns === 2) return { x: width - point.x, y: height - point.y };
  if (turns === 3) return { x: width - point.y, y: point.x };
  return point;
}

test.each(both)("quarter turns of a %s carry every pixel to where geometry has it", (_, source) => {
  for (const turns of [0, 1, 2, 3] as Quarter[]) {
    const out = rotateQuarter(source, turns);
    close(out, (x, y, c) => {
      const p = unrotatePoint({ x: x + 0.5, y: y + 0.5 }, source.width, source.height, turns);
      return value(source, Math.floor(p.x), Math.floor(p.y), c);
    });
  }
  const clockwise = rotateQuarter(source, 1);
  expect(value(clockwise, clockwise.width - 1, 0, 0)).toBe(value(source, 0, 0, 0));
});

test("grey is the luma of BT.601, and a planar tensor is channel after channel", () => {
  const picture = noise(5, 4);
  const plane = gray(picture);
  close(
    plane,
    (x, y) => 0.299 * value(picture, x, y, 0) + 0.587 * value(picture, x, y, 1) + 0.114 * value(picture, x, y, 2),
  );
  const tensor = planar(picture, { mean: [10, 20, 30], scale: [2, 4, 8], order: "bgr" });
  expect(tensor.dims).toEqual([1, 3, 4, 5]);
  for (let c = 0; c < 3; c++)
    for (let i = 0; i < 20; i++)
      expect(tensor.data[c * 20 + i]).toBeCloseTo((picture.data[i * 3 + 2 - c] - [10, 20, 30][c]) / [2, 4, 8][c], 4);
});
