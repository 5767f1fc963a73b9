/** From rows in a candidate's own frame to lines in source pixels, sharing left and right ends as the lines of a zone do. */

import type { ZoneCandidate } from "@/server/vision/pipelines/mrz/find-zones";
import type { ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import type { Point } from "@/server/vision/types";

/** A strip of the detector is this much higher than the capitals in it. */
const STRIP_PER_CAP = 1.5;

/** `scale`: source pixels per pixel of the detector's picture. */
export function zoneLines(candidate: ZoneCandidate, scale: number): ZoneLine[] {
  const u0 = Math.min(...candidate.rows.map((row) => row.u0));
  const u1 = Math.max(...candidate.rows.map((row) => row.u1));
  const [cos, sin] = [Math.cos(candidate.angle), Math.sin(candidate.angle)];
  const at = (u: number, v: number): Point<"source"> => ({
    x: (u * cos - v * sin) * scale,
    y: (u * sin + v * cos) * scale,
  });
  return candidate.rows.map((row) => {
    const middle = (row.u0 + row.u1) / 2;
    const height = (row.breadth / STRIP_PER_CAP) * scale;
    return {
      start: at(u0, row.v + row.slope * (u0 - middle)),
      end: at(u1, row.v + row.slope * (u1 - middle)),
      startHeight: height,
      endHeight: height,
    };
  });
}

/** The lines as someone sees them who turned the document by half a turn: last line first, right end first. */
export function upsideDown(lines: readonly ZoneLine[]): ZoneLine[] {
  return lines
    .map(({ start, end, startHeight, endHeight }) => ({
      start: end,
      end: start,
      startHeight: endHeight,
      endHeight: startHeight,
    }))
    .reverse();
}
