import { describe, expect, it } from "vitest";
import { hammingDistance } from "@/server/domain/liveness/injection/hamming-distance";
import { gray } from "@/server/vision/ops/gray";
import { resize } from "@/server/vision/ops/resize";
import type { Image, Quad } from "@/server/vision/types";
import { assessDocument } from "./assess-document";
import { findDocument } from "./find-document";
import { hashDocument } from "./hash-document";
import { printSharpness } from "./measure-blur";
import { measureGlare } from "./measure-glare";
import { colourOf, exposureOf } from "./measure-light";
import { portraitBox } from "./portrait-box";

const [W, H] = [640, 480];
type Colour = readonly [number, number, number];

/** Card of the given corners on a dark table, with bars of print. */
function card(inside: (x: number, y: number) => boolean, paper: Colour = [190, 205, 215]): Image {
  const data = new Uint8Array(W * H * 3);
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const print = y % 24 < 7 && x % 9 < 4 && x > 180 && x < 460 && y > 160 && y < 330;
      const colour: Colour = !inside(x, y) ? [60, 50, 45] : print ? [40, 40, 50] : paper;
      data.set(colour, (y * W + x) * 3);
    }
  }
  return { width: W, height: H, data };
}

const level = card((x, y) => x >= 100 && x < 540 && y >= 100 && y < 380);
const printed: Quad[] = [
  [
    { x: 180, y: 160 },
    { x: 460, y: 160 },
    { x: 460, y: 180 },
    { x: 180, y: 180 },
  ],
  [
    { x: 180, y: 310 },
    { x: 460, y: 310 },
    { x: 460, y: 330 },
    { x: 180, y: 330 },
  ],
];
const blurred = (image: Image, by: number) => resize(resize(image, Math.round(W / by), Math.round(H / by)), W, H);

describe("the document in the picture", () => {
  it("has its four corners found to a few pixels", () => {
    const found = findDocument(level, printed);
    expect(found.corners).toBe(4);
    const want = [
      [100, 100],
      [540, 100],
      [540, 380],
      [100, 380],
    ];
    for (const [i, { x, y }] of found.quad.entries()) {
      expect(Math.hypot(x - want[i][0], y - want[i][1])).toBeLessThan(6);
    }
  });

  it("is found when it lies askew", () => {
    const askew = card((x, y) => x >= 90 + y * 0.08 && x < 510 + y * 0.08 && y >= 90 + x * 0.06 && y < 360 + x * 0.06);
    const { corners, quad } = findDocument(askew, printed);
    expect(corners).toBe(4);
    expect(Math.hypot(quad[0].x - 98, quad[0].y - 96)).toBeLessThan(8);
  });

  it("has no corners in a scan that is trimmed to it, and counts as whole", () => {
    const scan = card(() => true);
    const assessed = assessDocument(scan, printed);
    expect(assessed.document.corners).toBe(0);
    expect(assessed.quality.crop).toBe(1);
  });

  it("counts as cut off where print runs out of the picture", () => {
    const out: Quad = [
      { x: 300, y: 200 },
      { x: W + 6, y: 200 },
      { x: W + 6, y: 220 },
      { x: 300, y: 220 },
    ];
    expect(
      assessDocument(
        card(() => true),
        [...printed, out],
      ).quality.crop,
    ).toBeLessThan(0.9);
  });
});

describe("the quality of the picture", () => {
  it("loses sharpness step by step as it is blurred", () => {
    const values = [1, 1.4, 2].map((by) => printSharpness(gray(blurred(level, by))));
    for (let i = 1; i < values.length; i++) expect(values[i]).toBeLessThanOrEqual(values[i - 1]);
    expect(values[0]).toBeGreaterThan(0.7);
    expect(values[2]).toBeLessThan(0.35);
  });

  it("finds a burnt-out patch, its share and its place, and none on white paper", () => {
    const lit = card(() => true);
    for (let y = 200; y < 280; y++) lit.data.fill(255, (y * W + 300) * 3, (y * W + 420) * 3);
    const glare = measureGlare(lit);
    expect(glare.share).toBeCloseTo((80 * 120) / (W * H), 2);
    expect(glare.patches[0][0].x).toBeGreaterThan(290);
    expect(glare.patches[0][0].x).toBeLessThan(310);
    expect(measureGlare(card(() => true, [255, 255, 255])).share).toBe(0);
  });

  it("calls a dark and a burnt picture badly lit", () => {
    const dark = { ...level, data: level.data.map((value) => value * 0.08) };
    expect(exposureOf(gray(level))).toBe(1);
    expect(exposureOf(gray(dark))).toBeLessThan(0.3);
    expect(exposureOf(gray({ ...level, data: level.data.map(() => 255) }))).toBe(0);
  });

  it("tells a grey copy from a coloured one", () => {
    const grey = { ...level, data: level.data.map((_, i, all) => all[i - (i % 3)]) };
    expect(colourOf(grey)).toBe(0);
    expect(colourOf(level)).toBeGreaterThan(0.8);
  });
});

describe("the hash and the portrait", () => {
  it("stays near for the same document in another size and light, and goes far for another", () => {
    const base = hashDocument(level);
    const again = hashDocument(
      resize({ ...level, data: level.data.map((value) => Math.min(255, value * 1.15)) }, 400, 300),
    );
    const other = hashDocument(card((x, y) => (x - 320) ** 2 + (y - 240) ** 2 < 30000));
    expect(base).toMatch(/^[0-9a-f]{32}$/);
    expect(hammingDistance(base, again)).toBeLessThan(10);
    expect(hammingDistance(base, other)).toBeGreaterThan(15);
  });

  it("frames the face 35 to 45 and stays inside the picture", () => {
    const free = portraitBox({ x: 300, y: 200, width: 80, height: 80 }, { width: W, height: H });
    expect(free.width / free.height).toBeCloseTo(35 / 45, 3);
    const edge = portraitBox({ x: 0, y: 0, width: 200, height: 200 }, { width: W, height: H });
    expect(edge.x + edge.y).toBe(0);
    expect(edge.x + edge.width).toBeLessThanOrEqual(W);
  });
});
