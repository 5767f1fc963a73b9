import type { Image } from "@/server/vision/types";
import { byteFromLinear, parseColour } from "../colour";
import { valueNoise } from "../face/noise";
import { seededRandom } from "../random";
import { type Cutout, pasteCutout } from "./paste";
import { printInHalftone } from "./recapture";

/** A print cut along the head's outline, held before a room: no sheet, but a hard edge and paper's dots. Same size. */
export function cutOutPrint(image: Image, seed: number): Image {
  const random = seededRandom(seed);
  const { width, height } = image;
  const target = roomWall(width, height, seed);
  const print = printInHalftone(image, random.between(2.6, 3.6));
  const cutout: Cutout = { width, height, data: new Uint8Array(width * height * 4) };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      cutout.data.set(print.data.subarray(i * 3, i * 3 + 3), i * 4);
      cutout.data[i * 4 + 3] = insideOutline(x / width, y / height, seed) ? 255 : 0;
    }
  }
  const s = random.between(0.88, 0.96);
  const lean = random.between(-0.03, 0.03);
  const at = (sx: number, sy: number) => ({
    x: width * (0.5 + sx * 0.5 * s - sy * lean),
    y: height * (0.5 + sy * 0.5 * s + sx * lean),
  });
  pasteCutout(target, cutout, [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)]);
  return target;
}

/** Scissors round head and shoulders, not too near. */
function insideOutline(u: number, v: number, seed: number): boolean {
  const wobble = 0.02 * (valueNoise(u * 9, v * 9, seed) - 0.5);
  const head = ((u - 0.5) / 0.33) ** 2 + ((v - 0.4) / 0.36) ** 2 < 1 + wobble * 4;
  return head || (v > 0.66 && Math.abs(u - 0.5) < 0.22 + (v - 0.66) * 1.4 + wobble);
}

/** A wall out of focus, as behind a person at home. */
export function roomWall(width: number, height: number, seed: number): Image {
  const colour = parseColour("#8c8378");
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const tone = 0.5 + 0.7 * valueNoise((x / width) * 2.4, (y / height) * 2, seed + 11);
      for (let c = 0; c < 3; c++) data[i + c] = byteFromLinear(colour[c] * tone);
    }
  }
  return { width, height, data };
}
