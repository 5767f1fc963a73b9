/** Reads the lines of one zone: cut, recognise, align to the line length that fits best. */

import { infer } from "@/server/vision/infer";
import { mrzOcrB, ZONE_LINE_ROWS, ZONE_STEP_COLUMNS } from "@/server/vision/models/mrz-ocr-b";
import { applyHomography, homography } from "@/server/vision/ops/homography";
import { type AlignedLine, alignLine } from "@/server/vision/pipelines/mrz/align-line";
import { bandOf, cutBand, type ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import type { Plane, Quad, Runtime } from "@/server/vision/types";

export interface ReadLine {
  readonly aligned: AlignedLine;
  /** The line again, ended at its first and last character as read. */
  readonly line: ZoneLine;
}

export interface ReadLines {
  readonly lines: readonly ReadLine[];
  /** Log-probability of the alignment per character. */
  readonly fit: number;
}

const WIDTH_MAX = 1600;

/**
 * `factor`: height of the cut band in capital heights. `margin`: capital heights of picture read beyond both ends.
 * `shapes`: line lengths to try, one number a line. Undefined when nothing can be cut or aligned.
 */
export async function readLines(
  runtime: Runtime,
  gray: Plane,
  lines: readonly ZoneLine[],
  options: { readonly factor: number; readonly margin: number; readonly shapes: readonly (readonly number[])[] },
): Promise<ReadLines | undefined> {
  const cuts = lines.map((line) => cutLine(gray, line, options.factor, options.margin));
  if (cuts.some((cut) => cut === undefined)) return undefined;
  const evidence = await infer(
    runtime,
    mrzOcrB,
    cuts.map((cut) => cut!.band),
  );
  let best: ReadLines | undefined;
  let bestScore = -Infinity;
  for (const shape of options.shapes) {
    const aligned = shape.map((length, n) => alignLine(evidence[n], length));
    if (aligned.some((line) => line === undefined)) continue;
    const score = aligned.reduce((sum, line) => sum + line!.score, 0);
    if (score <= bestScore) continue;
    bestScore = score;
    const count = shape.reduce((a, b) => a + b, 0);
    const read = aligned.map((line, n) => ({ aligned: line!, line: endedAt(lines[n], cuts[n]!, line!) }));
    best = { lines: read, fit: score / count };
  }
  return best;
}

interface Cut {
  readonly band: Plane;
  readonly quad: Quad<"source">;
}

function cutLine(gray: Plane, line: ZoneLine, factor: number, margin: number): Cut | undefined {
  const height = (line.startHeight + line.endHeight) / 2;
  const length = Math.hypot(line.end.x - line.start.x, line.end.y - line.start.y);
  const quad = bandOf(line, factor, margin * line.startHeight, margin * line.endHeight);
  const wanted = ((length + 2 * margin * height) * ZONE_LINE_ROWS) / (factor * height);
  const width = Math.round(Math.min(WIDTH_MAX, wanted) / ZONE_STEP_COLUMNS) * ZONE_STEP_COLUMNS;
  if (!(width >= 64)) return undefined;
  const band = cutBand(gray, quad, width, ZONE_LINE_ROWS);
  return band && { band, quad };
}

/** Ends half a pitch outside the first and last character; heights as they were, or after the pitch where they cannot be. */
function endedAt(line: ZoneLine, { band, quad }: Cut, { centres }: AlignedLine): ZoneLine {
  const corners = [
    { x: 0, y: 0 },
    { x: band.width, y: 0 },
    { x: band.width, y: ZONE_LINE_ROWS },
    { x: 0, y: ZONE_LINE_ROWS },
  ];
  const back = homography(corners, quad);
  if (!back) return line;
  const last = centres.length - 1;
  const pitch = (centres[last] - centres[0]) / last;
  const place = (step: number) => applyHomography(back, { x: (step + 0.5) * ZONE_STEP_COLUMNS, y: ZONE_LINE_ROWS / 2 });
  const start = place(centres[0] - pitch / 2);
  const end = place(centres[last] + pitch / 2);
  const along = Math.hypot(end.x - start.x, end.y - start.y) / centres.length;
  const height = (line.startHeight + line.endHeight) / 2;
  const grow = clamp(height, along / PITCH_PER_CAP_MAX, along / PITCH_PER_CAP_MIN) / height;
  return { start, end, startHeight: line.startHeight * grow, endHeight: line.endHeight * grow };
}

/** OCR-B size I: pitch 2.54 mm, capitals about 2.4 mm; printers stretch it. */
const PITCH_PER_CAP_MIN = 0.8;
const PITCH_PER_CAP_MAX = 1.35;

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
