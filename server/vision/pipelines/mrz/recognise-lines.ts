import { infer } from "@/server/vision/infer";
import { type LineEvidence, mrzOcrB, ZONE_LINE_ROWS, ZONE_STEP_COLUMNS } from "@/server/vision/models/mrz-ocr-b";
import type { GrayLevels } from "@/server/vision/pipelines/mrz/gray-levels";
import { bandOf, cutBand, type ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import type { Plane, Quad, Runtime } from "@/server/vision/types";

const WIDTH_MIN = 64;
const WIDTH_MAX = 1800;

/** A line as it was cut and what the network saw in it. */
export interface RecognisedLine {
  readonly line: ZoneLine;
  /** The cut band: its corners in the picture, and its columns. */
  readonly quad: Quad<"source">;
  readonly width: number;
  readonly evidence: LineEvidence;
  /** Steps between the ends of the line. */
  readonly marked: { readonly first: number; readonly last: number };
}

/**
 * Cuts bands of `factor` capital heights, `margin` capital heights longer than the line at both ends, and runs the network
 * over all of them at once. Undefined when a line is too short or small to be cut.
 */
export async function recogniseLines(
  runtime: Runtime,
  gray: GrayLevels,
  lines: readonly ZoneLine[],
  factor: number,
  margin: number,
): Promise<RecognisedLine[] | undefined> {
  const cuts: { line: ZoneLine; quad: Quad<"source">; band: Plane }[] = [];
  for (const line of lines) {
    const quad = bandOf(line, factor, margin * line.startHeight, margin * line.endHeight);
    const band = cutBand(gray, quad, columns(line, factor, margin), ZONE_LINE_ROWS);
    if (!band) return undefined;
    cuts.push({ line, quad, band });
  }
  const seen = await infer(
    runtime,
    mrzOcrB,
    cuts.map((cut) => cut.band),
  );
  return cuts.map(({ line, quad, band }, n) => {
    const beyond = (margin * band.width) / (lineLength(line) + 2 * margin) / ZONE_STEP_COLUMNS;
    const marked = { first: beyond, last: seen[n].steps - 1 - beyond };
    return { line, quad, width: band.width, evidence: seen[n], marked };
  });
}

/** Length of a line in capital heights. */
export function lineLength({ start, end, startHeight, endHeight }: ZoneLine): number {
  return (2 * Math.hypot(end.x - start.x, end.y - start.y)) / (startHeight + endHeight);
}

function columns(line: ZoneLine, factor: number, margin: number): number {
  const wanted = ((lineLength(line) + 2 * margin) * ZONE_LINE_ROWS) / factor;
  const bounded = Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, wanted));
  return Math.round(bounded / ZONE_STEP_COLUMNS) * ZONE_STEP_COLUMNS;
}
