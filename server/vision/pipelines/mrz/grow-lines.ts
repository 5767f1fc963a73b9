import type { GrayLevels } from "@/server/vision/pipelines/mrz/gray-levels";
import { seenSpan } from "@/server/vision/pipelines/mrz/legibility";
import type { ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import { lineLength, type RecognisedLine, recogniseLines } from "@/server/vision/pipelines/mrz/recognise-lines";
import type { Runtime } from "@/server/vision/types";

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
 * loses a row inside a run of filler. Lines that are not `worth` it are left as they are.
 */
export async function growLines(
  runtime: Runtime,
  gray: GrayLevels,
  lines: readonly ZoneLine[],
  worth: (seen: readonly RecognisedLine[]) => boolean,
): Promise<RecognisedLine[] | undefined> {
  const added = { before: 0, after: 0 };
  let seen = await recogniseLines(runtime, gray, lines, FACTOR, MARGIN);
  for (let round = 0; seen && round < ROUNDS && worth(seen); round++) {
    const { before, after } = goingOn(seen);
    if (!before && !after) break;
    if (before) added.before += STRIDE;
    if (after) added.after += STRIDE;
    const longer = lines.map((line) => extend(line, added.before, added.after));
    if (longer.some((line) => lineLength(line) > LENGTH_MAX)) break;
    seen = await recogniseLines(runtime, gray, longer, FACTOR, MARGIN);
  }
  return seen?.map((line) => marking(line, added));
}

/** Only the line as it was given counts as seen by the detector. */
function marking(seen: RecognisedLine, added: { before: number; after: number }): RecognisedLine {
  const perCap = seen.evidence.steps / (lineLength(seen.line) + 2 * MARGIN);
  const { first, last } = seen.marked;
  return { ...seen, marked: { first: first + added.before * perCap, last: last - added.after * perCap } };
}

function goingOn(seen: readonly RecognisedLine[]): { before: boolean; after: boolean } {
  let before = 0;
  let after = 0;
  for (const { evidence, line } of seen) {
    const span = seenSpan(evidence);
    if (!span) continue;
    const perCap = evidence.steps / (lineLength(line) + 2 * MARGIN);
    if (span.first < NEAR * perCap) before++;
    if (evidence.steps - 1 - span.last < NEAR * perCap) after++;
  }
  return { before: 2 * before >= seen.length, after: 2 * after >= seen.length };
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
