/** From rows in a candidate's own frame to lines in source pixels, sharing left and right ends as the lines of a zone do. */

import type { ZoneCandidate } from "@/server/vision/pipelines/mrz/find-zones";
import type { ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import type { Strip } from "@/server/vision/pipelines/text/min-area-rect";
import type { Point } from "@/server/vision/types";

/** A strip of the detector is this much higher than the capitals in it. */
const STRIP_PER_CAP = 1.5;

export function zoneLines(candidate: ZoneCandidate): ZoneLine[] {
  const u0 = Math.min(...candidate.rows.map((row) => row.u0));
  const u1 = Math.max(...candidate.rows.map((row) => row.u1));
  const [cos, sin] = [Math.cos(candidate.angle), Math.sin(candidate.angle)];
  const at = (u: number, v: number): Point<"source"> => ({ x: u * cos - v * sin, y: u * sin + v * cos });
  return candidate.rows.map((row) => {
    const middle = (row.u0 + row.u1) / 2;
    const height = row.breadth / STRIP_PER_CAP;
    return {
      start: at(u0, row.v + row.slope * (u0 - middle)),
      end: at(u1, row.v + row.slope * (u1 - middle)),
      startHeight: height,
      endHeight: height,
    };
  });
}

/** The line along the middle of one strip. */
export function stripLine({ cx, cy, length, breadth, angle }: Strip): ZoneLine {
  const [dx, dy] = [(Math.cos(angle) * length) / 2, (Math.sin(angle) * length) / 2];
  const height = breadth / STRIP_PER_CAP;
  return {
    start: { x: cx - dx, y: cy - dy },
    end: { x: cx + dx, y: cy + dy },
    startHeight: height,
    endHeight: height,
  };
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

/** The line that would stand where `line` stands if the zone went on beyond it, as far again as `line` is from `other`. */
export function lineBeyond(line: ZoneLine, other: ZoneLine): ZoneLine {
  const beyond = (a: Point<"source">, b: Point<"source">): Point<"source"> => ({ x: 2 * a.x - b.x, y: 2 * a.y - b.y });
  return { ...line, start: beyond(line.start, other.start), end: beyond(line.end, other.end) };
}

/** The line halfway between two. */
export function lineBetween(a: ZoneLine, b: ZoneLine): ZoneLine {
  const half = (p: Point<"source">, q: Point<"source">): Point<"source"> => ({
    x: (p.x + q.x) / 2,
    y: (p.y + q.y) / 2,
  });
  return {
    start: half(a.start, b.start),
    end: half(a.end, b.end),
    startHeight: (a.startHeight + b.startHeight) / 2,
    endHeight: (a.endHeight + b.endHeight) / 2,
  };
}
