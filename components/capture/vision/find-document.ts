import { type FoundSide, findSide } from "@/components/capture/vision/find-side";
import type { Box, Plane, Point, Quad } from "@/server/vision/types";

export interface FoundDocument {
  readonly quad: Quad<"source">;
  /** Support of each side: top, right, bottom, left. */
  readonly sides: readonly [number, number, number, number];
}

/** How far from the guide a side may lie, as a share of the guide's shorter side. */
const REACH = 0.3;
/** A document shows three sides this well, and the fourth at least a little. */
const SURE = 0.55;
const FAINT = 0.25;

/** The document near the guide (pixels of the plane), or undefined. One luma plane of about 400 pixels is enough. */
export function findDocument(plane: Plane, guide: Box): FoundDocument | undefined {
  const reach = REACH * Math.min(guide.width, guide.height);
  const [left, top, right, bottom] = [guide.x, guide.y, guide.x + guide.width, guide.y + guide.height];
  const across = { axis: "x" as const, reach, from: left + guide.width * 0.12, to: right - guide.width * 0.12 };
  const down = { axis: "y" as const, reach, from: top + guide.height * 0.12, to: bottom - guide.height * 0.12 };
  const found = {
    top: findSide(plane, { ...across, at: top }),
    right: findSide(plane, { ...down, at: right }),
    bottom: findSide(plane, { ...across, at: bottom }),
    left: findSide(plane, { ...down, at: left }),
  };
  const sides = [found.top.support, found.right.support, found.bottom.support, found.left.support] as const;
  const ranked = [...sides].sort((a, b) => a - b);
  if (ranked[0] < FAINT || ranked[1] < SURE) return undefined;
  const quad: Quad<"source"> = [
    meet(found.top, found.left),
    meet(found.top, found.right),
    meet(found.bottom, found.right),
    meet(found.bottom, found.left),
  ];
  return { quad, sides };
}

/** Where a line along x and a line along y cross. */
function meet(horizontal: FoundSide, vertical: FoundSide): Point<"source"> {
  const y = (horizontal.offset + horizontal.slope * vertical.offset) / (1 - horizontal.slope * vertical.slope);
  return { x: vertical.offset + vertical.slope * y, y };
}
