import type { ZoneCandidate, ZoneRow } from "@/server/vision/pipelines/mrz/find-zones";
import type { GrayLevels } from "@/server/vision/pipelines/mrz/gray-levels";
import { legibility } from "@/server/vision/pipelines/mrz/legibility";
import { measureLine, type ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import { recogniseLines } from "@/server/vision/pipelines/mrz/recognise-lines";
import { stripLine } from "@/server/vision/pipelines/mrz/zone-lines";
import type { TextStrip } from "@/server/vision/pipelines/text/find-strips";
import type { Runtime } from "@/server/vision/types";

export interface RankedZone {
  readonly candidate: ZoneCandidate;
  /** The zone reads from the other end. */
  readonly turned: boolean;
}

/** Capital heights of a row that are looked at, and how many rows. */
const GLANCE = 10;
const ROWS_MAX = 28;
const FACTOR = 2.2;

/** Candidates, each with its direction, ordered by how much a glance at their rows looks like OCR-B. */
export async function rankZones(
  runtime: Runtime,
  gray: GrayLevels,
  candidates: readonly ZoneCandidate[],
): Promise<RankedZone[]> {
  const strips = [...new Set(candidates.flatMap(({ rows }) => rows.map((row) => row.strip)))].slice(0, ROWS_MAX);
  const glances = strips.map((strip) => measureLine(gray, glance(stripLine(strip))));
  const forward = await legibilities(runtime, gray, glances);
  const backward = await legibilities(runtime, gray, glances.map(turnedLine));
  const worth = (rows: readonly ZoneRow[], seen: Map<TextStrip, number>) =>
    rows.reduce((sum, row) => sum + (seen.get(row.strip) ?? 0), 0) / rows.length;
  const scores = [forward, backward].map((list) => new Map(strips.map((strip, k) => [strip, list[k]])));
  return candidates
    .flatMap((candidate) =>
      scores.map((seen, k) => ({
        candidate,
        turned: k === 1,
        score: worth(candidate.rows, seen) ** 3 * (0.3 + candidate.score),
      })),
    )
    .sort((a, b) => b.score - a.score);
}

async function legibilities(runtime: Runtime, gray: GrayLevels, lines: readonly ZoneLine[]): Promise<number[]> {
  const seen = lines.length > 0 ? await recogniseLines(runtime, gray, lines, FACTOR, 0) : [];
  return seen ? seen.map(({ evidence }) => legibility(evidence)) : lines.map(() => 0);
}

/** The first part of the line. */
function glance(line: ZoneLine): ZoneLine {
  const length = Math.hypot(line.end.x - line.start.x, line.end.y - line.start.y);
  const part = Math.min(1, (GLANCE * line.startHeight) / length);
  const { start, end } = line;
  return { ...line, end: { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part } };
}

function turnedLine(line: ZoneLine): ZoneLine {
  return { start: line.end, end: line.start, startHeight: line.endHeight, endHeight: line.startHeight };
}
