import { applyHomography, homography } from "@/server/vision/ops/homography";
import { type FrameMeasurement, PLANARITY_POINTS } from "@/server/vision/pipelines/liveness/measure-frame";
import type { Point } from "@/server/vision/types";

/** How far two frames are from being one flat picture seen twice. */
export interface FrameDepth {
  /** Difference of yaw between the two frames, degrees. */
  readonly turn: number;
  /** Root mean square distance of the points from the best homography, over the distance of the outer eye corners. */
  readonly residual: number;
}

type Frame = Pick<FrameMeasurement, "points" | "yaw">;
type Seen = Frame & { readonly points: readonly number[]; readonly yaw: number };

const RIGHT_EYE = PLANARITY_POINTS.indexOf(33);
const LEFT_EYE = PLANARITY_POINTS.indexOf(263);

/**
 * Between a frontal and a turned frame the points of a flat picture move by one homography, those of a head do not. Takes the
 * frame that looks straight ahead and the one turned furthest from it. Undefined where fewer than two frames show a face.
 */
export function frameDepth(frames: readonly Frame[]): FrameDepth | undefined {
  const seen = frames.filter((f): f is Seen => f.points !== undefined && f.yaw !== undefined);
  if (seen.length < 2) return undefined;
  const straight = seen.reduce((best, f) => (Math.abs(f.yaw) < Math.abs(best.yaw) ? f : best));
  const turned = seen.reduce((best, f) =>
    Math.abs(f.yaw - straight.yaw) > Math.abs(best.yaw - straight.yaw) ? f : best,
  );
  const residual = planarResidual(pointsOf(straight), pointsOf(turned));
  return residual === undefined ? undefined : { turn: Math.abs(turned.yaw - straight.yaw), residual };
}

function planarResidual(from: readonly Point[], to: readonly Point[]): number | undefined {
  const map = homography(from, to);
  if (!map) return undefined;
  const eyes = Math.hypot(from[LEFT_EYE].x - from[RIGHT_EYE].x, from[LEFT_EYE].y - from[RIGHT_EYE].y);
  const squares = from.reduce((sum, p, i) => {
    const q = applyHomography(map, p);
    return sum + (q.x - to[i].x) ** 2 + (q.y - to[i].y) ** 2;
  }, 0);
  return eyes > 0 ? Math.sqrt(squares / from.length) / eyes : undefined;
}

function pointsOf({ points }: Seen): Point[] {
  return Array.from({ length: points.length / 2 }, (_, i) => ({ x: points[2 * i], y: points[2 * i + 1] }));
}
