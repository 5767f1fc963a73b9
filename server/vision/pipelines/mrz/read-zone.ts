/** The machine-readable zone of a picture, wherever it lies and whichever way up: find, measure, read, decode. */

import { decodeZone, type ZoneReading } from "@/server/vision/pipelines/mrz/decode-zone";
import { findZones } from "@/server/vision/pipelines/mrz/find-zones";
import { type GrayLevels, grayLevels } from "@/server/vision/pipelines/mrz/gray-levels";
import { growLines } from "@/server/vision/pipelines/mrz/grow-lines";
import { legibility } from "@/server/vision/pipelines/mrz/legibility";
import { bandOf, measureLine, type ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import { rankZones } from "@/server/vision/pipelines/mrz/rank-zones";
import { type ReadLines, readLines } from "@/server/vision/pipelines/mrz/read-lines";
import { lineLength, type RecognisedLine, recogniseLines } from "@/server/vision/pipelines/mrz/recognise-lines";
import { singleRows } from "@/server/vision/pipelines/mrz/single-rows";
import type { ZoneLayout } from "@/server/vision/pipelines/mrz/zone-layout";
import { lineBetween, lineBeyond, upsideDown, zoneLines } from "@/server/vision/pipelines/mrz/zone-lines";
import type { TextStrip } from "@/server/vision/pipelines/text/find-strips";
import type { Image, Point, Quad, Runtime } from "@/server/vision/types";

export interface Zone extends ZoneReading {
  /** Corners of each line as the reader sees it, in pixels of the picture. */
  readonly quads: readonly Quad<"source">[];
  /** Height of a capital, pixels of the picture. */
  readonly capital_px: number;
}

interface Attempt {
  readonly read: ReadLines;
  /** Mean log-probability of a character. */
  readonly each: number;
}

/** Candidates tried after a glance at all of them; the likeliest is tried before. */
const RANKED = 3;
/** `each` above which a zone is taken at once, and mean log-probability below which there is none. */
const SURE = -0.25;
const NONE = -0.9;
/** Least `each` of a zone, however poor the picture: no real one had less than −1, no other print more than −1.3. */
const PLAUSIBLE = -1.2;
/** Log-probability per character of lines of a zone, at least, and of two lines that may have a third. */
const FIT_MIN = -0.6;
const FIT_OF_TWO_MIN = -0.55;
/** Mean legibility of the lines of a zone, at least. */
const LEGIBLE = 0.84;
/** A line of thirty characters is this long, at least, in heights of its capitals. */
const LENGTH_MIN = 18;
const FACTORS = [1.9, 2.4, 2.9];
const MARGIN = 1.5;

/** Reads the zone among the text strips of a picture. Undefined where there is none. `glance`: only what is easily seen. */
export async function readZone(
  runtime: Runtime,
  image: Image,
  strips: readonly TextStrip[],
  layouts: readonly ZoneLayout[],
  glance = false,
): Promise<Zone | undefined> {
  const candidates = findZones(strips);
  const gray = grayLevels(image);
  let best: Attempt | undefined;
  const tried = async (lines: readonly ZoneLine[]): Promise<boolean> => {
    const attempt = await tryLines(runtime, gray, lines, layouts);
    if (attempt && (!best || attempt.each > best.each)) best = attempt;
    return best !== undefined && best.each > SURE;
  };
  const [first] = candidates;
  if (first && (await tried(zoneLines(first)))) return reread(runtime, gray, best!.read, layouts);
  for (const { candidate, turned } of (await rankZones(runtime, gray, candidates)).slice(0, RANKED)) {
    if (candidate === first && !turned) continue;
    const lines = zoneLines(candidate);
    if (await tried(turned ? upsideDown(lines) : lines)) break;
  }
  const zone = best && best.each > PLAUSIBLE ? await reread(runtime, gray, best.read, layouts) : undefined;
  if (zone || glance) return zone;
  const single = await singleLine(runtime, gray, strips, layouts);
  return single && reread(runtime, gray, single.read, layouts);
}

/** One line proves little by its looks: it counts only where it reads surely. */
async function singleLine(
  runtime: Runtime,
  gray: GrayLevels,
  strips: readonly TextStrip[],
  layouts: readonly ZoneLayout[],
): Promise<Attempt | undefined> {
  if (shapesOf(layouts, 1).length === 0) return undefined;
  for (const { candidate, turned } of await rankZones(runtime, gray, singleRows(strips))) {
    const lines = zoneLines(candidate);
    const attempt = await tryLines(runtime, gray, turned ? upsideDown(lines) : lines, layouts);
    if (attempt && attempt.each > SURE) return attempt;
  }
  return undefined;
}

async function tryLines(
  runtime: Runtime,
  gray: GrayLevels,
  rows: readonly ZoneLine[],
  layouts: readonly ZoneLayout[],
): Promise<Attempt | undefined> {
  const lines = rows.map((line) => measureLine(gray, line));
  if (collide(lines)) return undefined;
  const seen = await growLines(runtime, gray, lines, looksLikeZone);
  if (!seen || !looksLikeZone(seen) || seen.some(({ line }) => lineLength(line) < LENGTH_MIN)) return undefined;
  const shapes = shapesOf(layouts, lines.length);
  const thirds = lines.length === 2 ? shapesOf(layouts, 3).map(([, ...rest]) => rest) : [];
  const read = readLines(seen, [...shapes, ...thirds]);
  if (!read || read.fit < FIT_MIN) return undefined;
  const attempt = assess(read, layouts);
  const short =
    lines.length === 2 &&
    read.fit > FIT_OF_TWO_MIN &&
    !shapes.some(([n]) => n === read.lines[0].aligned.centres.length);
  return short ? ((await withThirdLine(runtime, gray, read, layouts)) ?? attempt) : attempt;
}

/** Lines in whose letters the recogniser does not believe are print of another kind: to align them would cost more than all else. */
function looksLikeZone(seen: readonly RecognisedLine[]): boolean {
  const mean = seen.reduce((sum, { evidence }) => sum + legibility(evidence), 0) / seen.length;
  return mean >= LEGIBLE;
}

function assess(read: ReadLines, layouts: readonly ZoneLayout[]): Attempt | undefined {
  const reading = decodeZone(
    read.lines.map(({ aligned }) => aligned.logProbs),
    layouts,
  );
  return reading && { read, each: reading.score / reading.lines.join("").length + read.fit };
}

/** Two lines of a zone of three were found: the third stands above, between or below. */
async function withThirdLine(
  runtime: Runtime,
  gray: GrayLevels,
  read: ReadLines,
  layouts: readonly ZoneLayout[],
): Promise<Attempt | undefined> {
  const [upper, lower] = read.lines.map(({ line }) => line);
  const stacks = [
    [lineBeyond(upper, lower), upper, lower],
    [upper, lineBetween(upper, lower), lower],
    [upper, lower, lineBeyond(lower, upper)],
  ];
  let best: Attempt | undefined;
  for (const stack of stacks) {
    const lines = stack.map((line) => measureLine(gray, line));
    if (collide(lines)) continue;
    const seen = await recogniseLines(runtime, gray, lines, FACTORS[1], MARGIN * 2);
    const three = seen && looksLikeZone(seen) ? readLines(seen, shapesOf(layouts, 3)) : undefined;
    const attempt = three && assess(three, layouts);
    if (attempt && (!best || attempt.each > best.each)) best = attempt;
  }
  return best;
}

/** Reads the zone again at several heights, now that its ends are known, and decodes the mean of what was seen. */
async function reread(
  runtime: Runtime,
  gray: GrayLevels,
  first: ReadLines,
  layouts: readonly ZoneLayout[],
): Promise<Zone | undefined> {
  const lines = first.lines.map(({ line }) => measureLine(gray, line));
  const shapes = [first.lines.map(({ aligned }) => aligned.centres.length)];
  const sums = first.lines.map(({ aligned }) => new Float32Array(aligned.logProbs.length));
  let count = 0;
  for (const factor of FACTORS) {
    const seen = await recogniseLines(runtime, gray, lines, factor, MARGIN);
    const read = seen && readLines(seen, shapes);
    if (!read) continue;
    count++;
    read.lines.forEach(({ aligned }, n) => {
      for (let i = 0; i < sums[n].length; i++) sums[n][i] += aligned.logProbs[i];
    });
  }
  for (const sum of sums) for (let i = 0; i < sum.length; i++) sum[i] /= count;
  const reading = count > 0 ? decodeZone(sums, layouts) : undefined;
  if (!reading || certainty(reading) < NONE) return undefined;
  const capital_px = lines.reduce((sum, line) => sum + line.startHeight + line.endHeight, 0) / (2 * lines.length);
  return { ...reading, quads: lines.map((line) => bandOf(line, 1.4)), capital_px };
}

/** Mean log-probability of the characters as read. */
function certainty({ confidences }: ZoneReading): number {
  const all = confidences.flat();
  return all.reduce((sum, p) => sum + Math.log(p), 0) / all.length;
}

/** Whether measuring has brought two lines onto one row of print. */
function collide(lines: readonly ZoneLine[]): boolean {
  return lines.some((line, k) => {
    const next = lines[k + 1];
    if (!next) return false;
    const gap = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
    return Math.min(gap(line.start, next.start), gap(line.end, next.end)) < line.startHeight;
  });
}

function shapesOf(layouts: readonly ZoneLayout[], lines: number): (readonly number[])[] {
  const shapes = new Map<string, readonly number[]>();
  for (const { lengths } of layouts) if (lengths.length === lines) shapes.set(lengths.join(), lengths);
  return [...shapes.values()];
}
