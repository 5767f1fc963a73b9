import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gray } from "@/server/vision/ops/gray";
import { FORGERY_SIGNS } from "@/server/vision/pipelines/document/forgery";
import { blackAndWhiteCopy } from "@/server/vision/pipelines/document/forgery/black-and-white-copy";
import { judgeFile } from "@/server/vision/pipelines/document/forgery/edited-metadata";
import { overwrittenField } from "@/server/vision/pipelines/document/forgery/overwritten-field";
import { pastedPortrait } from "@/server/vision/pipelines/document/forgery/pasted-portrait";
import { recapturePrint } from "@/server/vision/pipelines/document/forgery/recapture-print";
import { recaptureScreen } from "@/server/vision/pipelines/document/forgery/recapture-screen";
import type { ForgeryInput } from "@/server/vision/pipelines/document/forgery/types";
import { unevenZone } from "@/server/vision/pipelines/document/forgery/uneven-zone";
import { pageSpectrum } from "@/server/vision/pipelines/document/page-spectrum";
import type { Image, Quad } from "@/server/vision/types";

type Paint = (x: number, y: number) => readonly [number, number, number];
const draw = (width: number, height: number, paint: Paint): Image => {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(paint(x, y), (y * width + x) * 3);
  return { width, height, data };
};
const box = (x: number, y: number, width: number, height: number): Quad => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];
/** A generator of its own, so that a test says the same everywhere. */
const noise = (x: number, y: number) => {
  const n = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
  return n - Math.floor(n) - 0.5;
};
const input = (image: Image, rest: Partial<ForgeryInput> = {}): ForgeryInput => {
  const document = box(0, 0, image.width, image.height);
  const own = { image, rectified: image, document, printed: [], plane: gray(image) };
  return { ...own, spectrum: pageSpectrum(image, document), ...rest };
};
const strengthOf = (seen: { strength: number } | undefined) => seen?.strength;

it("every sign of the folder is in the list, and names itself once", () => {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith(".ts") && !/test|index|types/.test(name),
  );
  const ids = FORGERY_SIGNS.map(({ id }) => id.replaceAll("_", "-"));
  expect(ids.sort()).toEqual(files.map((name) => name.replace(/\.ts$/, "")).sort());
});

describe("patterns of the medium", () => {
  const [W, H] = [640, 420];
  const lattice = (degrees: number, depth: number) => {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const wave = (v: number) => Math.sin((2 * Math.PI * v) / 3.1);
    return draw(W, H, (x, y) => {
      const v = 170 + depth * (wave(x * c + y * s) + wave(y * c - x * s)) + 8 * noise(x, y);
      return [v, v, v];
    });
  };

  it("a level lattice is a screen's pixels, a turned one a press's dots", () => {
    expect(strengthOf(recaptureScreen.measure(input(lattice(1, 12))))).toBeGreaterThan(0.9);
    expect(strengthOf(recapturePrint.measure(input(lattice(20, 12))))).toBeGreaterThan(0.9);
    expect(strengthOf(recaptureScreen.measure(input(lattice(20, 12))))).toBe(0);
  });

  it("lines of security print in one direction, and noise, are neither", () => {
    const lines = draw(W, H, (x, y) => {
      const v = 180 + 15 * Math.sin((2 * Math.PI * (x + 0.6 * y)) / 5) + 8 * noise(x, y);
      return [v, v * 0.9, v * 0.8];
    });
    for (const sign of [recaptureScreen, recapturePrint])
      expect(strengthOf(sign.measure(input(lines)))).toBeLessThan(0.2);
  });

  it("a picture too small for patches is not measured, which is not the same as nothing seen", () => {
    expect(recaptureScreen.measure(input(draw(100, 80, () => [9, 9, 9])))).toBeUndefined();
  });
});

describe("a copy without colour", () => {
  const page =
    (tint: readonly [number, number, number], ink: number): Paint =>
    (x, y) => {
      const v = 120 + 80 * Math.sin(x / 20) * Math.cos(y / 15);
      const coloured = x > 200 && x < 260 ? ink : 0;
      return [v * tint[0] + coloured, v * tint[1], v * tint[2] - coloured];
    };
  it("is seen under warm light, and coloured print is not taken for one", () => {
    expect(strengthOf(blackAndWhiteCopy.measure(input(draw(300, 200, page([1, 0.93, 0.78], 0)))))).toBe(1);
    expect(strengthOf(blackAndWhiteCopy.measure(input(draw(300, 200, page([1, 1, 1], 18)))))).toBe(0);
  });
});

describe("a field set anew", () => {
  const [W, H] = [700, 420];
  const lines = Array.from({ length: 6 }, (_, k) => box(120, 40 + 60 * k, 240, 30));
  const page = (hole: number | undefined) =>
    draw(W, H, (x, y) => {
      const line = lines.findIndex(([a, , c]) => x >= a.x - 6 && x < c.x + 6 && y >= a.y - 4 && y < c.y + 4);
      const [a] = lines[Math.max(0, line)];
      const print = line >= 0 && y > a.y + 5 && y < a.y + 25 && x > a.x && x < a.x + 230 && (x - a.x) % 16 < 4;
      // A plain table on the right shows the grain without print.
      const wave = x > 640 || (line >= 0 && line === hole) ? 0 : 9 * Math.sin(x * 0.9 + y * 0.5);
      const v = print ? 40 : 200 + wave + 2 * noise(x, y);
      return [v, v, v];
    });
  it("lies in a hole of the background print; a page without one shows nothing", () => {
    const seen = overwrittenField.measure(input(page(3), { printed: lines }));
    expect(seen?.strength).toBeGreaterThan(0.8);
    expect(seen?.quad).toEqual(lines[3]);
    expect(strengthOf(overwrittenField.measure(input(page(undefined), { printed: lines })))).toBe(0);
  });
});

describe("a glued portrait", () => {
  const frame = { x: 140, y: 120, width: 180, height: 230 };
  const lines = Array.from({ length: 7 }, (_, k) => box(420, 60 + 50 * k, 220, 22));
  const page = (degrees: number) => {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return draw(700, 480, (x, y) => {
      const [dx, dy] = [x - 230, y - 235];
      const inside = Math.abs(dx * c + dy * s) < 90 && Math.abs(dy * c - dx * s) < 115;
      const v = (inside ? 120 : 215) + 6 * noise(x, y);
      return [v, v, v];
    });
  };
  const measured = (degrees: number) =>
    strengthOf(
      pastedPortrait.measure(
        input(page(degrees), {
          printed: lines,
          portrait: { frame, mesh: { xyz: new Float32Array(1404), presence: 1 } },
        }),
      ),
    );
  it("is turned against the print; one printed with the page is not", () => {
    expect(measured(1.6)).toBeGreaterThanOrEqual(0.5);
    expect(measured(0)).toBe(0);
  });
});

describe("a zone", () => {
  const text = "L898902C36UTO7408322F4204359ZE384226B<<<<<40";
  const [pitch, capital, left, top] = [20, 22, 20, 30];
  const quad = box(left, top - 0.2 * capital, text.length * pitch, 1.4 * capital);
  const zone = (odd: number | undefined) =>
    draw(left * 2 + text.length * pitch, 90, (x, y) => {
      const column = Math.floor((x - left) / pitch);
      const shift = column === odd ? 4 : 0;
      const within = x - left - column * pitch;
      const ring = Math.min(within - 4, 16 - within, y - top - shift, top + shift + capital - y);
      const dark = text[column] && text[column] !== "<" && ring >= 0 && ring < 3;
      const v = (dark ? 40 : 225) + 4 * noise(x, y);
      return [v, v, v];
    });
  const measured = (odd: number | undefined) =>
    unevenZone.measure(input(zone(odd), { zone: { lines: [text], quads: [quad] } }));
  it("has a character that stands lower than its neighbours, and an even one has none", () => {
    expect(measured(6)?.strength).toBeGreaterThan(0.8);
    expect(measured(6)?.note).toContain("place 7");
    expect(strengthOf(measured(undefined))).toBeLessThan(0.2);
  });
});

describe("what a file says of its making", () => {
  const picture = draw(60, 40, (x, y) => [x * 4, y * 6, 90]);
  const other = draw(60, 40, (x, y) => [255 - x * 4, 255 - y * 6, 90]);
  it("an editor alone is noted, an editor after a camera is a reason to look", () => {
    expect(strengthOf(judgeFile({ software: ["Adobe Photoshop 25"], picture }))).toBe(0.4);
    const camera = { software: ["GIMP 2.10"], camera: "Maker Model", takenAt: 0, changedAt: 3_600_000, picture };
    expect(strengthOf(judgeFile(camera))).toBeGreaterThan(0.8);
    expect(strengthOf(judgeFile({ software: ["iOS 26.1"], camera: "Maker Model", picture }))).toBe(0);
  });
  it("a small picture that shows something else is a reason to look, and a file that says nothing is not measured", () => {
    expect(strengthOf(judgeFile({ software: [], thumbnail: other, picture }))).toBeGreaterThan(0.9);
    expect(strengthOf(judgeFile({ software: [], thumbnail: picture, picture }))).toBe(0);
    expect(judgeFile({ software: [], picture })).toBeUndefined();
  });
});
