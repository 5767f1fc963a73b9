import { resize } from "@/server/vision/ops/resize";
import type { Plane } from "@/server/vision/types";

/**
 * Difference hash of `side`² bits as hexadecimal digits: which of neighbouring cells of a (side + 1)×side reduction is
 * brighter. `side` is 8 (the usual one) or 16, which tells apart what differs in small parts.
 */
export function differenceHash(plane: Plane, side: 8 | 16 = 8): string {
  const { data } = resize(plane, side + 1, side);
  let hex = "";
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x += 4) {
      let digit = 0;
      for (let k = x; k < x + 4; k++)
        digit = (digit << 1) | (data[y * (side + 1) + k] < data[y * (side + 1) + k + 1] ? 1 : 0);
      hex += digit.toString(16);
    }
  }
  return hex;
}
