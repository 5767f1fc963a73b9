import type { Quarter } from "@/server/vision/ops/rotate-quarter";
import type { TextStrip } from "@/server/vision/pipelines/text/find-strips";
import type { Point } from "@/server/vision/types";

/** Where a point goes when its picture, `width` × `height` before, is turned clockwise by `turns` × 90°. */
export function turnPoint(point: Point, width: number, height: number, turns: Quarter): Point<"source"> {
  if (turns === 1) return { x: height - point.y, y: point.x };
  if (turns === 2) return { x: width - point.x, y: height - point.y };
  if (turns === 3) return { x: point.y, y: width - point.x };
  return { x: point.x, y: point.y };
}

/** The strip as it lies in the turned picture. */
export function turnStrip(strip: TextStrip, width: number, height: number, turns: Quarter): TextStrip {
  const { x, y } = turnPoint({ x: strip.cx, y: strip.cy }, width, height, turns);
  const angle = strip.angle + (turns * Math.PI) / 2;
  return { ...strip, cx: x, cy: y, angle: angle - Math.PI * Math.round(angle / Math.PI) };
}
