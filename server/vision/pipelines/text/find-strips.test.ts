import { describe, expect, it } from "vitest";
import { findRegions } from "@/server/vision/pipelines/text/components";
import { findStrips } from "@/server/vision/pipelines/text/find-strips";
import { minAreaRect } from "@/server/vision/pipelines/text/min-area-rect";
import type { Plane } from "@/server/vision/types";

function plane(width: number, height: number, inside: (x: number, y: number) => boolean): Plane {
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = inside(x, y) ? 0.9 : 0.05;
  return { width, height, data };
}

describe("findRegions", () => {
  it("joins what touches, diagonals included, and counts every pixel once", () => {
    const shape = ["#..#....", ".##...##", "......##", "#......."];
    const regions = findRegions(
      plane(8, 4, (x, y) => shape[y][x] === "#"),
      0.5,
    );
    expect(regions.map(({ area }) => area).sort()).toEqual([1, 4, 4]);
  });

  it("joins the arms of a U only where they meet", () => {
    const shape = ["#...#", "#...#", "#####"];
    expect(
      findRegions(
        plane(5, 3, (x, y) => shape[y][x] === "#"),
        0.5,
      ),
    ).toHaveLength(1);
  });
});

describe("minAreaRect", () => {
  it.each([0, 20, 45, 89, -60])("finds a bar at %i degrees with its length, breadth and direction", (degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const points = [-50, 50].flatMap((u) => [-5, 5].flatMap((v) => [30 + u * c - v * s, 40 + u * s + v * c]));
    const strip = minAreaRect(points);
    expect(strip.length).toBeCloseTo(100, 6);
    expect(strip.breadth).toBeCloseTo(10, 6);
    expect([strip.cx, strip.cy]).toEqual([expect.closeTo(30, 6), expect.closeTo(40, 6)]);
    expect(Math.abs(Math.sin(strip.angle - angle))).toBeLessThan(1e-6);
  });

  it("answers for a single point", () => {
    expect(minAreaRect([3, 4])).toMatchObject({ cx: 3, cy: 4, length: 0, breadth: 0 });
  });
});

describe("findStrips", () => {
  it("grows a line back to the height of its letters and ignores specks", () => {
    const strips = findStrips(plane(200, 60, (x, y) => (x >= 20 && x < 180 && y >= 25 && y < 33) || (x < 2 && y < 2)));
    expect(strips).toHaveLength(1);
    expect(strips[0].cx).toBeCloseTo(100, 3);
    expect(strips[0].breadth).toBeGreaterThan(16);
    expect(strips[0].breadth).toBeLessThan(26);
  });
});
