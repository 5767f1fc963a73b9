import { gray } from "@/server/vision/ops/gray";
import { warpReduced } from "@/server/vision/ops/warp-reduced";
import type { Signal, SignalInput } from "@/server/vision/pipelines/liveness/types";
import type { Plane } from "@/server/vision/types";

/**
 * Straight edges around the face, as a bezel or the rim of a sheet makes them: of the four sides (left, right, above,
 * below the face), the second-best share of its length along which one straight line of strong gradient runs, 0–1.
 */
export const frameEdges: Signal = { id: "frame_edges", measure: (input) => framedSides(input) };

const SIDE = 192;

function framedSides({ image, face }: SignalInput): number {
  const scale = SIDE / Math.max(image.width, image.height);
  const [width, height] = [Math.max(8, Math.round(image.width * scale)), Math.max(8, Math.round(image.height * scale))];
  const small = warpReduced(image, { m: [scale, 0, 0, 0, scale, 0] }, width, height, { fill: "edge" });
  const plane = gray(small);
  const { box } = face;
  const [left, top] = [box.x * scale, box.y * scale];
  const [right, bottom] = [left + box.width * scale, top + box.height * scale];
  const upright = transpose(plane);
  const sides = [
    bestLine(plane, 2, left - 2, top, bottom),
    bestLine(plane, right + 2, plane.width - 3, top, bottom),
    bestLine(upright, 2, top - 0.15 * (bottom - top), left, right),
    bestLine(upright, bottom + 2, upright.width - 3, left, right),
  ];
  return sides.sort((a, b) => b - a)[1];
}

/** The best nearly vertical line with x between `from` and `to`, judged over the rows `top` to `bottom`. */
function bestLine(plane: Plane, from: number, to: number, top: number, bottom: number): number {
  const [y0, y1] = [Math.max(1, Math.floor(top)), Math.min(plane.height - 2, Math.ceil(bottom))];
  if (y1 - y0 < 8) return 0;
  let best = 0;
  for (let x = Math.max(2, Math.ceil(from)); x <= Math.min(plane.width - 3, to); x++) {
    for (let slope = -0.15; slope <= 0.151; slope += 0.05) best = Math.max(best, lineShare(plane, x, slope, y0, y1));
  }
  return best;
}

function lineShare({ width, data }: Plane, x: number, slope: number, y0: number, y1: number): number {
  let hits = 0;
  let sign = 0;
  for (let y = y0; y <= y1; y++) {
    const at = Math.round(x + slope * (y - (y0 + y1) / 2));
    if (at < 2 || at > width - 3) continue;
    const p = y * width + at;
    const step = data[p + 1] - data[p - 1];
    if (Math.abs(step) < 24 || Math.abs(step) < 2 * Math.abs(data[p + 2] - data[p - 2] - step)) continue;
    hits++;
    sign += Math.sign(step);
  }
  return Math.abs(sign) / Math.max(1, hits) > 0.7 ? hits / (y1 - y0 + 1) : 0;
}

function transpose({ width, height, data }: Plane): Plane {
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x];
  return { width: height, height: width, data: out };
}
