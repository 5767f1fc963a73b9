import type { Box } from "@/server/vision/types";

/** Shared area over joint area, 0–1. */
export function overlap(a: Box, b: Box): number {
  const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (!(w > 0 && h > 0)) return 0;
  return (w * h) / (a.width * a.height + b.width * b.height - w * h);
}

/**
 * Indices of the boxes that stay, best score first: a box goes when it overlaps a better one by more than `threshold`.
 */
export function nms(boxes: readonly Box[], scores: ArrayLike<number>, threshold: number): number[] {
  const order = boxes.map((_, i) => i).sort((p, q) => scores[q] - scores[p] || p - q);
  const kept: number[] = [];
  for (const i of order) if (kept.every((k) => overlap(boxes[k], boxes[i]) <= threshold)) kept.push(i);
  return kept;
}
