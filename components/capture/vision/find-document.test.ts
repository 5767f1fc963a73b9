import { describe, expect, it } from "vitest";
import { findDocument } from "@/components/capture/vision/find-document";
import { documentMeter } from "@/components/capture/vision/measure-document";
import type { Image, Plane } from "@/server/vision/types";

const GUIDE = { x: 40, y: 60, width: 320, height: 200 };
const [W, H] = [400, 320];

/** A bright sheet with corners where they are asked for, on a dark desk with grain. */
function scene(
  corners: readonly (readonly [number, number])[],
  paint?: (x: number, y: number) => number | undefined,
): Plane {
  const data = new Float32Array(W * H);
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const grain = ((x * 7919 + y * 104_729) % 13) - 6;
      data[y * W + x] = inside(corners, x, y) ? (paint?.(x, y) ?? 200) + grain / 3 : 70 + grain;
    }
  }
  return { width: W, height: H, data };
}

function inside(corners: readonly (readonly [number, number])[], x: number, y: number): boolean {
  return corners.every(([ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % 4];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
  });
}

const text = (x: number, y: number) => (y % 12 < 4 && (x * 31) % 7 < 3 ? 40 : undefined);

describe("finding a document near its guide", () => {
  it.each([
    [
      "where it should be",
      [
        [40, 60],
        [360, 60],
        [360, 260],
        [40, 260],
      ],
    ],
    [
      "smaller and shifted",
      [
        [75, 80],
        [340, 82],
        [341, 240],
        [74, 241],
      ],
    ],
    [
      "leaning and seen from the side",
      [
        [60, 75],
        [352, 62],
        [345, 250],
        [52, 238],
      ],
    ],
  ] as const)("gives its corners within three pixels: %s", (_name, corners) => {
    for (const paint of [undefined, text]) {
      const found = findDocument(scene(corners, paint), GUIDE);
      expect(found).toBeDefined();
      corners.forEach(([x, y], i) => {
        expect(Math.hypot(found!.quad[i].x - x, found!.quad[i].y - y), `corner ${i}`).toBeLessThan(3);
      });
    }
  });

  it("finds nothing on an empty desk, and nothing where one side alone is seen", () => {
    expect(
      findDocument(
        scene(
          [
            [0, 0],
            [0, 0],
            [0, 0],
            [0, 0],
          ].map(() => [-9, -9] as const),
        ),
        GUIDE,
      ),
    ).toBeUndefined();
    expect(
      findDocument(
        scene([
          [-50, 60],
          [900, 60],
          [900, 900],
          [-50, 900],
        ]),
        GUIDE,
      ),
    ).toBeUndefined();
  });
});

describe("measuring a frame", () => {
  const image = (plane: Plane): Image => {
    const data = new Uint8ClampedArray(W * H * 3);
    for (let i = 0; i < W * H; i++) data.fill(plane.data[i], i * 3, i * 3 + 3);
    return { width: W, height: H, data };
  };
  const guide = { x: 0.1, y: 60 / H, width: 0.8, height: 200 / H };
  const corners = [
    [40, 60],
    [360, 60],
    [360, 260],
    [40, 260],
  ] as const;

  it("tells glare from white paper by its size, and stillness from motion", () => {
    const meter = documentMeter();
    const plain = meter(image(scene(corners, text)), guide);
    const again = meter(image(scene(corners, text)), guide);
    const moved = meter(
      image(
        scene(
          corners.map(([x, y]) => [x + 12, y + 9] as const),
          text,
        ),
      ),
      guide,
    );
    const shiny = (x: number, y: number) => (Math.hypot(x - 200, y - 160) < 45 ? 300 : text(x, y));
    const glared = meter(image(scene(corners, shiny)), guide);
    expect(plain.glare).toBe(0);
    expect(glared.glare).toBeGreaterThan(0.05);
    expect(plain.motion).toBe(255);
    expect(again.motion).toBeLessThan(1);
    expect(moved.motion).toBeGreaterThan(5);
  });

  it("gives print a higher sharpness than a blank sheet", () => {
    const meter = documentMeter();
    const printed = meter(image(scene(corners, text)), guide).sharpness;
    expect(printed).toBeGreaterThan(5 * meter(image(scene(corners)), guide).sharpness);
  });
});
