import type { Image, Quad } from "@/server/vision/types";
import { type Random, seededRandom } from "../random";
import { pasteCutout, toCutout } from "./paste";

/** A dark frame round a picture shown on a screen, and the glass's own glow. */
export function withBezel(image: Image, share: number): Image {
  const edge = Math.round(image.width * share);
  const width = image.width + 2 * edge;
  const height = image.height + 2 * edge;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o += 3) {
      const rim = Math.min(x, y, width - 1 - x, height - 1 - y);
      data.fill(rim < edge * 0.12 ? 70 : 16, o, o + 3);
    }
  }
  for (let y = 0; y < image.height; y++) {
    data.set(image.data.subarray(y * image.width * 3, (y + 1) * image.width * 3), ((y + edge) * width + edge) * 3);
  }
  return { width, height, data };
}

/**
 * What a screen emits: stripes of red, green and blue under a black matrix, blacks that glow, whites that are blue.
 * `pitch` is the screen's pixel in pixels of the picture; between 2.2 and 4 it beats with the camera's own grid
 * (moiré).
 */
export function emitFromScreen({ width, height, data }: Image, pitch: number): Image {
  const out = new Uint8Array(data.length);
  const sub = new Float32Array(width * 3);
  for (let x = 0; x < width; x++) {
    const phase = ((x + 0.5) / pitch) % 1;
    for (let c = 0; c < 3; c++) {
      const d = Math.abs(phase - (c + 0.5) / 3);
      sub[x * 3 + c] = 0.72 + 0.62 * Math.exp(-((Math.min(d, 1 - d) / 0.2) ** 2));
    }
  }
  for (let y = 0, i = 0; y < height; y++) {
    const row = 0.86 + 0.2 * Math.abs(Math.sin((Math.PI * (y + 0.5)) / pitch));
    for (let x = 0; x < width; x++, i += 3) {
      for (let c = 0; c < 3; c++) {
        const v = (data[i + c] * (c === 2 ? 0.97 : c === 0 ? 0.86 : 0.92) + 12) * row * sub[x * 3 + c] * 0.92;
        out[i + c] = Math.min(v, 255);
      }
    }
  }
  return { width, height, data: out };
}

/**
 * A photograph of a screen that shows the picture: grid, bezel, slight turn, dim surroundings. Same size as the
 * picture.
 */
export function recaptureScreen(image: Image, seed: number): Image {
  const random = seededRandom(seed);
  const shown = withBezel(emitFromScreen(image, random.between(2.3, 3.4)), 0.05);
  const target: Image = { width: image.width, height: image.height, data: new Uint8Array(image.data.length) };
  for (let i = 0; i < target.data.length; i += 3) target.data.set([38, 36, 40], i);
  pasteCutout(target, toCutout(shown), looseQuad(image, random, 0.97, 0.02));
  return target;
}

/** Offset printing: three screens of dots at 15°, 75° and 45°, on paper that is not quite white. Same size. */
export function printInHalftone({ width, height, data }: Image, cell: number): Image {
  const out = new Uint8Array(data.length);
  const angles = [0.26, 1.31, 0.785].map((a) => [Math.cos(a) / cell, Math.sin(a) / cell]);
  const paper = [243, 240, 232];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      for (let c = 0; c < 3; c++) {
        const [ca, sa] = angles[c];
        const u = (x * ca + y * sa) * 2 * Math.PI;
        const v = (y * ca - x * sa) * 2 * Math.PI;
        const dot = 0.5 + 0.25 * (Math.cos(u) + Math.cos(v));
        const ink = 1 - data[i + c] / 255;
        const cover = Math.min(1, Math.max(0, (ink - dot) * 2.2 + 0.5)) * 0.45 + ink * 0.55;
        out[i + c] = paper[c] * (1 - cover * 0.86);
      }
    }
  }
  return { width, height, data: out };
}

/** A photograph of a print of the picture on a sheet of paper. */
export function recapturePaper(image: Image, seed: number): Image {
  const random = seededRandom(seed);
  const print = printInHalftone(image, random.between(3, 4.6));
  const target: Image = { width: image.width, height: image.height, data: new Uint8Array(image.data.length) };
  for (let i = 0; i < target.data.length; i += 3) target.data.set([226, 223, 216], i);
  pasteCutout(target, toCutout(print), looseQuad(image, random, 0.93, 0.02));
  return target;
}

/** Roughly the picture's own rectangle, `scale` as large, each corner off by up to `slack` of the width. */
function looseQuad({ width, height }: Image, random: Random, scale: number, slack: number): Quad {
  const corner = (sx: number, sy: number) => ({
    x: width * (0.5 + sx * 0.5 * scale + random.between(-slack, slack)),
    y: height * (0.5 + sy * 0.5 * scale + random.between(-slack, slack)),
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
