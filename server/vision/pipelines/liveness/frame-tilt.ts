import { applyAffine } from "@/server/vision/ops/affine";
import { similarityTransform } from "@/server/vision/ops/similarity-transform";
import { solveLinear } from "@/server/vision/ops/solve-linear";
import type { Point } from "@/server/vision/types";

/** How a face became narrower, as one that turns does and as a picture that is tilted. */
export interface FrameTilt {
  /** How much of its width against its height is gone, 0–1. */
  readonly narrowing: number;
  /**
   * How far what stands nearer slid aside over what stands behind: the sine of the turn of a head, about 0 for a
   * picture.
   */
  readonly parallax: number;
}

/**
 * Mesh point → its mean depth, towards the camera, in distances of the outer eye corners: the mesh of drawn frontal
 * heads.
 */
export const RIGID_POINTS: ReadonlyMap<number, number> = new Map([
  [10, 0.34],
  [338, 0.319],
  [297, 0.221],
  [284, -0.167],
  [389, -0.608],
  [454, -0.916],
  [361, -0.982],
  [132, -0.999],
  [234, -0.935],
  [162, -0.626],
  [54, -0.184],
  [67, 0.211],
  [109, 0.315],
  [70, -0.052],
  [105, 0.194],
  [107, 0.323],
  [336, 0.326],
  [334, 0.205],
  [300, -0.036],
  [33, -0.071],
  [133, 0.015],
  [362, 0.021],
  [263, -0.058],
  [168, 0.27],
  [6, 0.315],
  [197, 0.377],
  [195, 0.44],
  [4, 0.523],
  [98, 0.108],
  [327, 0.112],
  [50, -0.067],
  [280, -0.053],
]);

/** A face of so many more or fewer times its usual size is coming nearer, which the mesh does not follow exactly. */
const SAME_SIZE = 1.12;
/** Frames that were narrowest, of which the least narrow one counts, so that no single frame does. */
const NARROWEST = 3;

/**
 * Mouth and jaw are left out, for a face that speaks changes its shape. `ids` are the mesh's numbers of the points of
 * each shape. Undefined where fewer than four frames are given.
 */
export function frameTilt(shapes: readonly (readonly Point[])[], ids: readonly number[]): FrameTilt | undefined {
  if (shapes.length <= NARROWEST) return undefined;
  const rigid = ids.flatMap((id, at) => {
    const depth = RIGID_POINTS.get(id);
    return depth === undefined ? [] : [{ at, depth }];
  });
  const parts = shapes.map((shape) => rigid.map(({ at }) => shape[at]));
  const eyes = [33, 263].map((eye) => rigid.findIndex(({ at }) => ids[at] === eye));
  const usual = usualShape(parts, [eyes[0], eyes[1]]);
  const behind = mean(rigid.map(({ depth }) => depth));
  const depths = rigid.map(({ depth }) => depth - behind);
  const maps = parts.map((part) => similarityTransform(part, usual));
  const sizes = maps.map((map) => (map ? 1 / Math.hypot(map.m[0], map.m[3]) : 0));
  const size = median(sizes);
  const found = parts.flatMap((part, i) => {
    const map = maps[i];
    if (!map || sizes[i] > SAME_SIZE * size || sizes[i] * SAME_SIZE < size) return [];
    const laid = part.map((p) => applyAffine(map, p));
    return tiltBetween(usual, laid, depths) ?? [];
  });
  const narrow = found.sort((a, b) => b.narrowing - a.narrowing).slice(0, NARROWEST);
  if (narrow.length < NARROWEST) return undefined;
  const parallax = narrow.reduce((sum, one) => sum + Math.abs(one.parallax), 0) / NARROWEST;
  return { narrowing: Math.max(0, narrow[NARROWEST - 1].narrowing), parallax };
}

/** Point by point the median of all shapes laid over the first; then about the origin, level, with eyes one apart. */
function usualShape(parts: readonly (readonly Point[])[], [right, left]: readonly [number, number]): Point[] {
  const laid = parts.flatMap((part) => {
    const map = similarityTransform(part, parts[0]);
    return map ? [part.map((p) => applyAffine(map, p))] : [];
  });
  const shape = parts[0].map((_, i) => ({ x: median(laid.map((p) => p[i].x)), y: median(laid.map((p) => p[i].y)) }));
  const [a, b] = [shape[right], shape[left]];
  const middle = { x: mean(shape.map(({ x }) => x)), y: mean(shape.map(({ y }) => y)) };
  const square = (b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1;
  const [cos, sin] = [(b.x - a.x) / square, (b.y - a.y) / square];
  return shape.map((p) => {
    const [x, y] = [p.x - middle.x, p.y - middle.y];
    return { x: cos * x + sin * y, y: cos * y - sin * x };
  });
}

/**
 * Least squares: what a plane's homography does near the identity (shift, the four linear parts, the two of
 * perspective), and each point slid aside and down by its depth, as by a small turn of a head.
 */
function tiltBetween(usual: readonly Point[], now: readonly Point[], depths: readonly number[]): FrameTilt | undefined {
  const a = new Float64Array(WAYS * WAYS);
  const b = new Float64Array(WAYS);
  const add = (row: readonly number[], moved: number) => {
    for (let i = 0; i < WAYS; i++) {
      b[i] += row[i] * moved;
      for (let j = 0; j < WAYS; j++) a[i * WAYS + j] += row[i] * row[j];
    }
  };
  for (const [i, { x, y }] of usual.entries()) {
    const z = depths[i];
    add([1, 0, x, y, 0, 0, x * x, x * y, z, 0], now[i].x - x);
    add([0, 1, 0, 0, x, y, x * y, y * y, 0, z], now[i].y - y);
  }
  const found = solveLinear(a, b);
  return found && { narrowing: found[5] - found[2], parallax: found[8] };
}
const WAYS = 10;

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
