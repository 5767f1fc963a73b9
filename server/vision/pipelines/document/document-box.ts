import type { FoundDocument } from "@/server/vision/pipelines/document/find-document";
import type { Box, Image } from "@/server/vision/types";

/** Corners that must be seen for the document to be where they say. */
const CORNERS_MIN = 3;

/** The box around a document inside its picture; undefined where its corners were not seen. */
export function documentBox({ quad, corners }: FoundDocument, { width, height }: Image): Box | undefined {
  if (corners < CORNERS_MIN) return undefined;
  const clamp = (v: number, max: number) => Math.max(0, Math.min(max, v));
  const xs = quad.map(({ x }) => clamp(x, width));
  const ys = quad.map(({ y }) => clamp(y, height));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
