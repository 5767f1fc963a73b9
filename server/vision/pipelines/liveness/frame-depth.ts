import { applyHomography, homography } from "@/server/vision/ops/homography";
import { frameTilt } from "@/server/vision/pipelines/liveness/frame-tilt";
import { type FrameMeasurement, PLANARITY_POINTS } from "@/server/vision/pipelines/liveness/measure-frame";
import type { Point } from "@/server/vision/types";

/**
 * How far frames are from being one flat picture seen again and again. Lengths in distances of the outer eye corners.
 */
export interface FrameDepth {
  /** Difference of yaw between the straight frame and the one turned furthest from it, degrees. */
  readonly turn: number;
  /** Root mean square distance of the points of these two from the best homography. */
  readonly residual: number;
  /**
   * How much narrower the face became where it did not come nearer, and how much of depth that showed; see `frameTilt`.
   */
  readonly narrowing: number;
  readonly parallax: number;
}

type Frame = Pick<FrameMeasurement, "points" | "yaw">;
type Seen = Frame & { readonly points: readonly number[]; readonly yaw: number };

const RIGHT_EYE = PLANARITY_POINTS.indexOf(33);
const LEFT_EYE = PLANARITY_POINTS.indexOf(263);

/**
 * Between a frontal and a turned frame the points of a flat picture move by one homography, those of a head do not.
 * Undefined where fewer than two frames show a face.
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
  const { narrowing, parallax } = frameTilt(seen.map(pointsOf), PLANARITY_POINTS) ?? { narrowing: 0, parallax: 0 };
  return { turn: Math.abs(turned.yaw - straight.yaw), residual, narrowing, parallax };
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
