import type { Plane } from "@/server/vision/types";

/** Summed-area table (Crow 1984): `sum(x0, y0, x1, y1)` of a plane over [x0, x1) × [y0, y1) in constant time. */
export interface Integral {
  sum(x0: number, y0: number, x1: number, y1: number): number;
}

/** The summed-area table of a plane; bounds of `sum` are whole pixels inside the plane. */
export function integral(plane: Plane): Integral {
  const stride = plane.width + 1;
  const table = new Float64Array(stride * (plane.height + 1));
  for (let y = 0; y < plane.height; y++) {
    let row = 0;
    for (let x = 0; x < plane.width; x++) {
      row += plane.data[y * plane.width + x];
      table[(y + 1) * stride + x + 1] = table[y * stride + x + 1] + row;
    }
  }
  return {
    sum: (x0, y0, x1, y1) =>
      table[y1 * stride + x1] - table[y0 * stride + x1] - table[y1 * stride + x0] + table[y0 * stride + x0],
  };
}
