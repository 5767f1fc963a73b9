import { ZONE_LINE_ROWS, ZONE_STEP_COLUMNS } from "@/server/vision/models/mrz-ocr-b";
import { applyHomography, homography } from "@/server/vision/ops/homography";
import { type AlignedLine, alignLine } from "@/server/vision/pipelines/mrz/align-line";
import { characterCount } from "@/server/vision/pipelines/mrz/legibility";
import type { ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import type { RecognisedLine } from "@/server/vision/pipelines/mrz/recognise-lines";

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

/** OCR-B size I: pitch 2.54 mm, capitals about 2.4 mm; printers stretch it. */
const PITCH_PER_CAP_MIN = 0.8;
const PITCH_PER_CAP_MAX = 1.35;
/** A plain reading counts the characters of a zone to a few; lines this far from a format, as a share of it, are print. */
const MISCOUNTED_MAX = 0.45;
/** Log-probability per character of lines whose length is beyond doubt: a wrong length costs a whole character. */
const PLAIN = -0.1;

/** The line lengths among `shapes` (one number a line) that explain the evidence best. Undefined where none fits. */
export function readLines(
  seen: readonly RecognisedLine[],
  shapes: readonly (readonly number[])[],
): ReadLines | undefined {
  let best: ReadLines | undefined;
  let bestScore = -Infinity;
  for (const shape of nearestFirst(seen, shapes)) {
    if (best && best.fit > PLAIN) break;
    const aligned = alignTogether(seen, shape);
    const score = aligned ? total(aligned) : -Infinity;
    if (!aligned || score <= bestScore) continue;
    bestScore = score;
    const lines = aligned.map((line, n) => ({ aligned: line, line: endedAt(seen[n], line) }));
    best = { lines, fit: score / shape.reduce((a, b) => a + b, 0) };
  }
  return best;
}

/** Shapes that are near the number of characters that a plain reading counts, the nearest first. */
function nearestFirst(
  seen: readonly RecognisedLine[],
  shapes: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const counts = seen.map(({ evidence }) => characterCount(evidence));
  return shapes
    .map((shape) => {
      const off = shape.reduce((sum, length, n) => sum + Math.abs(length - (counts[n] ?? length)), 0);
      return { shape, off, share: off / shape.reduce((a, b) => a + b, 0) };
    })
    .filter(({ share }) => share <= MISCOUNTED_MAX)
    .sort((a, b) => a.off - b.off)
    .map(({ shape }) => shape);
}

const total = (aligned: readonly AlignedLine[]) => aligned.reduce((sum, { score }) => sum + score, 0);

/** Lines of one zone begin and end together: where they do not, the ends of the line that suit all lines best hold for all. */
function alignTogether(seen: readonly RecognisedLine[], shape: readonly number[]): AlignedLine[] | undefined {
  const alone = alignAll(seen, shape);
  if (!alone) return undefined;
  const equal = shape.every((length) => length === shape[0]);
  const spans = alone.map(({ centres }, n) => spanOf(centres, seen[n].evidence.steps));
  if (!equal || spans.every((span) => agree(span, spans[0]))) return alone;
  let best = alone;
  let bestScore = -Infinity;
  for (const span of spans) {
    const together = alignAll(seen, shape, span);
    if (!together || total(together) <= bestScore) continue;
    bestScore = total(together);
    best = together;
  }
  return best;
}

/** First and last character as shares of the cut band, and the pitch. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly pitch: number;
}

function spanOf(centres: Float32Array, steps: number): Span {
  const last = centres.length - 1;
  return {
    first: centres[0] / steps,
    last: centres[last] / steps,
    pitch: (centres[last] - centres[0]) / last / steps,
  };
}

function agree(a: Span, b: Span): boolean {
  return Math.max(Math.abs(a.first - b.first), Math.abs(a.last - b.last)) < 1.2 * a.pitch;
}

function alignAll(seen: readonly RecognisedLine[], shape: readonly number[], span?: Span): AlignedLine[] | undefined {
  const aligned: AlignedLine[] = [];
  for (const [n, length] of shape.entries()) {
    const { evidence, marked } = seen[n];
    const { steps } = evidence;
    const within = span && {
      first: (span.first - 0.7 * span.pitch) * steps,
      last: (span.last + 0.7 * span.pitch) * steps,
    };
    const line = alignLine(evidence, length, within ?? marked);
    if (!line) return undefined;
    aligned.push(line);
  }
  return aligned;
}

/** Ends half a pitch outside the first and last character; heights as they were, or after the pitch where they cannot be. */
function endedAt({ line, quad, width }: RecognisedLine, { centres }: AlignedLine): ZoneLine {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: ZONE_LINE_ROWS },
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
  const grow = Math.min(along / PITCH_PER_CAP_MIN, Math.max(height, along / PITCH_PER_CAP_MAX)) / height;
  return { start, end, startHeight: line.startHeight * grow, endHeight: line.endHeight * grow };
}
