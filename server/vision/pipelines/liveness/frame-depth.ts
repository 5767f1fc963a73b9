import { applyAffine } from "@/server/vision/ops/affine";
import { applyHomography, homography } from "@/server/vision/ops/homography";
import { similarityTransform } from "@/server/vision/ops/similarity-transform";
import { type FrameMeasurement, PLANARITY_POINTS } from "@/server/vision/pipelines/liveness/measure-frame";
import type { Point } from "@/server/vision/types";

/** How far frames are from being one flat picture seen again and again. Lengths in distances of the outer eye corners. */
export interface FrameDepth {
  /** Difference of yaw between the straight frame and the one turned furthest from it, degrees. */
  readonly turn: number;
  /** Root mean square distance of the points of these two from the best homography. */
  readonly residual: number;
  /** Of the frames that changed their shape most: how much, as the distance from the best similarity, the least of the three. */
  readonly stretch: number;
  /** How much of that stretch no homography explains, 0–1: about 0.8 for heads, 0.3–0.65 for sheets and screens that are tilted. */
  readonly unexplained: number;
}

type Frame = Pick<FrameMeasurement, "points" | "yaw">;
type Seen = Frame & { readonly points: readonly number[]; readonly yaw: number };

const RIGHT_EYE = PLANARITY_POINTS.indexOf(33);
const LEFT_EYE = PLANARITY_POINTS.indexOf(263);
const STRETCHED = 3;

/**
 * Between a frontal and a turned frame the points of a flat picture move by one homography, those of a head do not. Undefined
 * where fewer than two frames show a face.
 */
export function frameDepth(frames: readonly Frame[]): FrameDepth | undefined {
  const seen = frames.filter((f): f is Seen => f.points !== undefined && f.yaw !== undefined);
  if (seen.length < 2) return undefined;
  const straight = seen.reduce((best, f) => (Math.abs(f.yaw) < Math.abs(best.yaw) ? f : best));
  const turned = seen.reduce((best, f) =>
    Math.abs(f.yaw - straight.yaw) > Math.abs(best.yaw - straight.yaw) ? f : best,
  );
  const from = pointsOf(straight);
  const residual = planarResidual(from, pointsOf(turned));
  if (residual === undefined) return undefined;
  const shapes = seen.filter((f) => f !== straight).flatMap((f) => shapeChange(from, pointsOf(f)) ?? []);
  const most = shapes.sort((a, b) => b.stretch - a.stretch).slice(0, STRETCHED);
  return {
    turn: Math.abs(turned.yaw - straight.yaw),
    residual,
    stretch: most.at(-1)?.stretch ?? 0,
    unexplained:
      most.reduce((sum, { stretch, left }) => sum + left / Math.max(1e-6, stretch), 0) / Math.max(1, most.length),
  };
}

function shapeChange(from: readonly Point[], to: readonly Point[]): { stretch: number; left: number } | undefined {
  const map = similarityTransform(from, to);
  const left = planarResidual(from, to);
  if (!map || left === undefined) return undefined;
  return { stretch: rootMeanSquare(from, to, (p) => applyAffine(map, p)), left };
}

function planarResidual(from: readonly Point[], to: readonly Point[]): number | undefined {
  const map = homography(from, to);
  return map && rootMeanSquare(from, to, (p) => applyHomography(map, p));
}

function rootMeanSquare(from: readonly Point[], to: readonly Point[], move: (p: Point) => Point): number {
  const eyes = Math.hypot(from[LEFT_EYE].x - from[RIGHT_EYE].x, from[LEFT_EYE].y - from[RIGHT_EYE].y);
  const squares = from.reduce((sum, p, i) => {
    const q = move(p);
    return sum + (q.x - to[i].x) ** 2 + (q.y - to[i].y) ** 2;
  }, 0);
  return Math.sqrt(squares / from.length) / Math.max(1e-6, eyes);
}

function pointsOf({ points }: Seen): Point[] {
  return Array.from({ length: points.length / 2 }, (_, i) => ({ x: points[2 * i], y: points[2 * i + 1] }));
}
