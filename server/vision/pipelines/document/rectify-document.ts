import { homography } from "@/server/vision/ops/homography";
import { resize } from "@/server/vision/ops/resize";
import { warpPerspective } from "@/server/vision/ops/warp-perspective";
import type { Homography, Image, Quad } from "@/server/vision/types";

/** Width over height of the formats of ISO/IEC 7810. */
export const FORMATS = { "ID-1": 85.6 / 53.98, "ID-2": 105 / 74, "ID-3": 125 / 88 } as const;

export interface RectifiedDocument {
  readonly image: Image;
  readonly map: Homography<"source", "document">;
}

const side = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(b.x - a.x, b.y - a.y);

/** Mean lengths of a quad's horizontal and vertical sides, pixels. */
export function quadSize([a, b, c, d]: Quad): { width: number; height: number } {
  return { width: (side(a, b) + side(d, c)) / 2, height: (side(a, d) + side(b, c)) / 2 };
}

/**
 * The document seen from straight above, `width` pixels wide, with the quad's own proportions. Undefined for a
 * degenerate quad.
 */
export function rectifyDocument(image: Image, quad: Quad<"source">, width: number): RectifiedDocument | undefined {
  const size = quadSize(quad);
  const height = Math.max(8, Math.round((width * size.height) / Math.max(1, size.width)));
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const map = homography<"source", "document">(quad, corners);
  if (!map || height > width * 3) return undefined;
  return { image: warpPerspective(image, map, width, height), map };
}

/** Shrinks a picture to at most `width`; smaller ones stay as they are. */
export function shrinkTo(image: Image, width: number): Image {
  return image.width <= width
    ? image
    : resize(image, width, Math.max(1, Math.round((image.height * width) / image.width)));
}
