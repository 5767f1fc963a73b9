import sharp from "sharp";
import type { Image } from "@/server/vision/types";
import { seededRandom } from "../random";

/**
 * Sensor noise of one strength: a table of normal deviates walked from random places, brighter pixels a little noisier.
 * The answer writes into a picture; another seed gives other noise from the same table.
 */
export function sensorNoise(deviation: number): (image: Image, seed: number) => void {
  const normal = seededRandom(Math.round(deviation * 1000));
  const table = Int16Array.from({ length: 65536 }, () => Math.round(normal.normal() * deviation * 256));
  return ({ data }, seed) => {
    const random = seededRandom(seed);
    const out = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
    for (let start = 0; start < out.length; start += 4096) {
      const from = random.integer(0, 61439);
      const end = Math.min(4096, out.length - start);
      for (let k = 0; k < end; k++) {
        const v = out[start + k];
        out[start + k] = v + ((table[from + k] * (154 + (v >> 1))) >> 16);
      }
    }
  };
}

export function addNoise(image: Image, deviation: number, seed: number): void {
  if (deviation > 0) sensorNoise(deviation)(image, seed);
}

/** Out of focus: Gaussian of `sigma` pixels. */
export async function blurPicture(image: Image, sigma: number): Promise<Image> {
  if (sigma < 0.3) return image;
  const { data, width, height } = image;
  const blurred = await sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width, height, channels: 3 },
    limitInputPixels: 1e9,
  })
    .blur(sigma)
    .raw()
    .toBuffer();
  return { width, height, data: blurred };
}

/** A hand that moved during the exposure: the mean along a line of `length` pixels at `angle`. */
export function motionBlur({ width, height, data }: Image, length: number, angle: number): Image {
  const steps = Math.max(1, Math.round(length));
  const out = new Uint8Array(data.length);
  const offsets = Array.from({ length: steps }, (_, i) => {
    const t = i - (steps - 1) / 2;
    return [Math.round(t * Math.cos(angle)), Math.round(t * Math.sin(angle))] as const;
  });
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o += 3) {
      let [r, g, b] = [0, 0, 0];
      for (const [dx, dy] of offsets) {
        const sx = x + dx < 0 ? 0 : x + dx >= width ? width - 1 : x + dx;
        const sy = y + dy < 0 ? 0 : y + dy >= height ? height - 1 : y + dy;
        const i = (sy * width + sx) * 3;
        r += data[i];
        g += data[i + 1];
        b += data[i + 2];
      }
      out[o] = r / steps;
      out[o + 1] = g / steps;
      out[o + 2] = b / steps;
    }
  }
  return { width, height, data: out };
}

/** A black-and-white copy: luminance, contrast as a copier has it. */
export function copyInGrey({ width, height, data }: Image, contrast = 1.25): Image {
  const out = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 3) {
    const y = 0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2];
    const v = Math.max(0, Math.min(255, (y - 128) * contrast + 140));
    out.fill(v, i, i + 3);
  }
  return { width, height, data: out };
}
