import type { DocumentReport } from "@/components/capture/vision/measure-document";
import type { Box, Quad } from "@/server/vision/types";

export type DocumentHint = "search" | "closer" | "farther" | "straight" | "dark" | "glare" | "blur" | "steady" | "good";

/** When a picture of a document is good enough to be taken by itself. */
const DOCUMENT_POLICY = {
  /** Shares of the guide that the document's width must lie between. */
  sizeMin: 0.78,
  sizeMax: 1.16,
  /** Longest over shortest of two opposite sides. */
  skewMax: 1.18,
  /** Degrees by which a side may lean. */
  leanMax: 9,
  lightMin: 55,
  glareMax: 0.05,
  sharpnessMin: 70,
  motionMax: 4,
} as const;

/**
 * The one thing to say about this frame: the first that is wrong, or that it is good. `aspect` is the frame's width
 * over height.
 */
export function documentHint(report: DocumentReport, guide: Box, aspect: number): DocumentHint {
  const policy = DOCUMENT_POLICY;
  if (report.light < policy.lightMin) return "dark";
  if (!report.quad) return "search";
  const quad = report.quad.map((p) => ({ x: p.x * aspect, y: p.y })) as unknown as Quad;
  const [top, right, bottom, left] = sides(quad);
  const size = (top + bottom) / 2 / (guide.width * aspect);
  if (size < policy.sizeMin) return "closer";
  if (size > policy.sizeMax) return "farther";
  const skew = Math.max(ratio(top, bottom), ratio(left, right));
  if (skew > policy.skewMax || lean(quad) > policy.leanMax) return "straight";
  if (report.motion > policy.motionMax) return "steady";
  if (report.glare > policy.glareMax) return "glare";
  return report.sharpness < policy.sharpnessMin ? "blur" : "good";
}

function sides(quad: Quad): number[] {
  return quad.map((p, i) => Math.hypot(quad[(i + 1) % 4].x - p.x, quad[(i + 1) % 4].y - p.y));
}

function ratio(a: number, b: number): number {
  return Math.max(a, b) / Math.max(1e-6, Math.min(a, b));
}

/** Degrees of the top side from level. */
function lean(quad: Quad): number {
  return Math.abs((Math.atan2(quad[1].y - quad[0].y, quad[1].x - quad[0].x) * 180) / Math.PI);
}
