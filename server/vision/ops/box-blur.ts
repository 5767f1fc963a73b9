import type { Plane } from "@/server/vision/types";

/** Mean over the (2·radius + 1)² neighbourhood; near the border over the part of it that exists. */
export function boxBlur(plane: Plane, radius: number): Plane {
  const { width, height } = plane;
  const rows = blurLines(plane.data, width, height, radius, 1, width);
  return { width, height, data: blurLines(rows, height, width, radius, width, 1) };
}

/** One pass along lines of `length` pixels whose neighbours lie `step` apart; `lines` lines, `nextLine` apart. */
function blurLines(
  data: Float32Array,
  length: number,
  lines: number,
  radius: number,
  step: number,
  nextLine: number,
): Float32Array {
  const out = new Float32Array(data.length);
  for (let l = 0; l < lines; l++) {
    const base = l * nextLine;
    let sum = 0;
    let count = 0;
    for (let i = 0; i < Math.min(radius, length); i++, count++) sum += data[base + i * step];
    for (let i = 0; i < length; i++) {
      if (i + radius < length) {
        sum += data[base + (i + radius) * step];
        count++;
      }
      if (i - radius - 1 >= 0) {
        sum -= data[base + (i - radius - 1) * step];
        count--;
      }
      out[base + i * step] = sum / count;
    }
  }
  return out;
}
