import { gray } from "@/server/vision/ops/gray";
import { resize } from "@/server/vision/ops/resize";
import type { Image } from "@/server/vision/types";

/**
 * Perceptual hash of a rectified document: 128 signs of brightness differences along rows and columns, 32 hex digits.
 */
export function hashDocument(document: Image): string {
  const across = gray(resize(document, 9, 8)).data;
  const down = gray(resize(document, 8, 9)).data;
  const bits: number[] = [];
  for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) bits.push(across[y * 9 + x + 1] > across[y * 9 + x] ? 1 : 0);
  for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) bits.push(down[(y + 1) * 8 + x] > down[y * 8 + x] ? 1 : 0);
  let hex = "";
  for (let i = 0; i < bits.length; i += 4)
    hex += (bits[i] * 8 + bits[i + 1] * 4 + bits[i + 2] * 2 + bits[i + 3]).toString(16);
  return hex;
}
