import { seenSpan } from "@/server/vision/pipelines/mrz/legibility";
import type { ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import { type RecognisedLine, recogniseLines } from "@/server/vision/pipelines/mrz/recognise-lines";
import type { Plane, Runtime } from "@/server/vision/types";

const FACTOR = 2.2;
/** Capital heights read beyond the ends, and how near to the cut a character must be for the line to go on there. */
const MARGIN = 4;
const NEAR = 2;
/** Capital heights added to an end that goes on, and how often. */
const STRIDE = 15;
const ROUNDS = 3;
/** No line of a zone is longer, capital heights. */
const LENGTH_MAX = 64;

/**
 * What stands on the lines, which are made longer as long as characters are seen at their ends: the text detector often
 * loses a row inside a run of filler.
 */
export async function growLines(
  runtime: Runtime,
  gray: Plane,
  lines: readonly ZoneLine[],
): Promise<RecognisedLine[] | undefined> {
  let current = lines;
  let seen = await recogniseLines(runtime, gray, current, FACTOR, MARGIN);
  for (let round = 0; seen && round < ROUNDS; round++) {
    const { before, after } = goingOn(seen);
    if (!before && !after) break;
    current = current.map((line) => extend(line, before ? STRIDE : 0, after ? STRIDE : 0));
    if (current.some((line) => lengthOf(line) > LENGTH_MAX)) break;
    seen = await recogniseLines(runtime, gray, current, FACTOR, MARGIN);
  }
  return seen;
}

function goingOn(seen: readonly RecognisedLine[]): { before: boolean; after: boolean } {
  let before = 0;
  let after = 0;
  for (const { evidence, line } of seen) {
    const span = seenSpan(evidence);
    if (!span) continue;
    const perCap = evidence.steps / (lengthOf(line) + 2 * MARGIN);
    if (span.first < NEAR * perCap) before++;
    if (evidence.steps - 1 - span.last < NEAR * perCap) after++;
  }
  return { before: 2 * before >= seen.length, after: 2 * after >= seen.length };
}

/** Length in capital heights. */
function lengthOf({ start, end, startHeight, endHeight }: ZoneLine): number {
  return (2 * Math.hypot(end.x - start.x, end.y - start.y)) / (startHeight + endHeight);
}

function extend(line: ZoneLine, before: number, after: number): ZoneLine {
  const length = Math.hypot(line.end.x - line.start.x, line.end.y - line.start.y);
  const ux = (line.end.x - line.start.x) / length;
  const uy = (line.end.y - line.start.y) / length;
  const height = (line.startHeight + line.endHeight) / 2;
  const [b, a] = [before * height, after * height];
  return {
    ...line,
    start: { x: line.start.x - ux * b, y: line.start.y - uy * b },
    end: { x: line.end.x + ux * a, y: line.end.y + uy * a },
  };
}
