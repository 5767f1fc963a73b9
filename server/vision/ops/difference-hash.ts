import { resize } from "@/server/vision/ops/resize";
import type { Plane } from "@/server/vision/types";

/** 64-bit difference hash, 16 hexadecimal digits: which of neighbouring cells of a 9×8 reduction is brighter. */
export function differenceHash(plane: Plane): string {
  const { data } = resize(plane, 9, 8);
  let hex = "";
  for (let y = 0; y < 8; y++) {
    let byte = 0;
    for (let x = 0; x < 8; x++) byte = (byte << 1) | (data[y * 9 + x] < data[y * 9 + x + 1] ? 1 : 0);
    hex += byte.toString(16).padStart(2, "0");
  }
  return hex;
}
