/** The machine-readable zone of a picture, wherever it lies and whichever way up: find, measure, read, decode. */

import { infer } from "@/server/vision/infer";
import { ppOcrDet } from "@/server/vision/models/pp-ocr-det";
import { gray as toGray } from "@/server/vision/ops/gray";
import { resize } from "@/server/vision/ops/resize";
import { decodeZone, type ZoneReading } from "@/server/vision/pipelines/mrz/decode-zone";
import { findZones } from "@/server/vision/pipelines/mrz/find-zones";
import { bandOf, measureLine, type ZoneLine } from "@/server/vision/pipelines/mrz/measure-line";
import { type ReadLines, readLines } from "@/server/vision/pipelines/mrz/read-lines";
import type { ZoneLayout } from "@/server/vision/pipelines/mrz/zone-layout";
import { upsideDown, zoneLines } from "@/server/vision/pipelines/mrz/zone-lines";
import { findStrips, type TextStrip } from "@/server/vision/pipelines/text/find-strips";
import type { Image, Plane, Quad, Runtime } from "@/server/vision/types";

export interface Zone extends ZoneReading {
  /** Corners of each line as the reader sees it, in pixels of the picture. */
  readonly quads: readonly Quad<"source">[];
  /** Height of a capital, pixels of the picture. */
  readonly capital_px: number;
}

const FIRST_FACTOR = 2.2;
const FACTORS = [1.9, 2.4, 2.9];
const FIRST_MARGIN = 4;
const MARGIN = 1.5;
/** Mean log-probability of a character above which a zone is taken at once, and below which it is none. */
const SURE = -0.25;
const NONE = -1.2;

/** Reads a zone among text strips already found; `scale` is picture pixels per strip pixel. */
export async function readZoneAmong(
  runtime: Runtime,
  gray: Plane,
  strips: readonly TextStrip[],
  scale: number,
  layouts: readonly ZoneLayout[],
): Promise<Zone | undefined> {
  let best: { read: ReadLines; reading: ZoneReading; each: number } | undefined;
  for (const candidate of findZones(strips)) {
    const upright = zoneLines(candidate, scale).map((line) => measureLine(gray, line));
    for (const lines of [upright, upsideDown(upright)]) {
      const shapes = shapesOf(layouts, lines.length);
      const read = await readLines(runtime, gray, lines, { factor: FIRST_FACTOR, margin: FIRST_MARGIN, shapes });
      const reading =
        read &&
        decodeZone(
          read.lines.map((line) => line.aligned.logProbs),
          layouts,
        );
      if (!read || !reading) continue;
      const each = reading.score / reading.lines.join("").length + read.fit;
      if (!best || each > best.each) best = { read, reading, each };
      if (best.each > SURE) break;
    }
    if (best && best.each > SURE) break;
  }
  if (!best || best.each < NONE) return undefined;
  return reread(runtime, gray, best.read, layouts);
}

async function reread(
  runtime: Runtime,
  gray: Plane,
  first: ReadLines,
  layouts: readonly ZoneLayout[],
): Promise<Zone | undefined> {
  const lines = first.lines.map(({ line }) => measureLine(gray, line));
  const shapes = [first.lines.map(({ aligned }) => aligned.centres.length)];
  const sums = first.lines.map(({ aligned }) => new Float32Array(aligned.logProbs.length));
  let count = 0;
  for (const factor of FACTORS) {
    const read = await readLines(runtime, gray, lines, { factor, margin: MARGIN, shapes });
    if (!read) continue;
    count++;
    read.lines.forEach(({ aligned }, n) => {
      for (let i = 0; i < sums[n].length; i++) sums[n][i] += aligned.logProbs[i];
    });
  }
  if (count === 0) return undefined;
  for (const sum of sums) for (let i = 0; i < sum.length; i++) sum[i] /= count;
  const reading = decodeZone(sums, layouts);
  if (!reading) return undefined;
  const capital_px = lines.reduce((sum, line) => sum + line.startHeight + line.endHeight, 0) / (2 * lines.length);
  return { ...reading, quads: lines.map((line: ZoneLine) => bandOf(line, 1.4)), capital_px };
}

function shapesOf(layouts: readonly ZoneLayout[], lines: number): (readonly number[])[] {
  const shapes = new Map<string, readonly number[]>();
  for (const { lengths } of layouts) if (lengths.length === lines) shapes.set(lengths.join(), lengths);
  return [...shapes.values()];
}

/** Side of the picture the text detector sees. */
const DETECT_SIDE = 960;

/** Text strips of a picture and how many picture pixels one of theirs is. */
export async function detectText(runtime: Runtime, image: Image, side = DETECT_SIDE) {
  const ratio = side / Math.max(image.width, image.height);
  const width = Math.max(32, Math.round((image.width * ratio) / 32) * 32);
  const height = Math.max(32, Math.round((image.height * ratio) / 32) * 32);
  const plane = await infer(runtime, ppOcrDet, resize(image, width, height));
  return { strips: findStrips(plane), scale: image.width / width };
}

/** Undefined where the picture shows no zone. */
export async function readZone(
  runtime: Runtime,
  image: Image,
  layouts: readonly ZoneLayout[],
): Promise<Zone | undefined> {
  const { strips, scale } = await detectText(runtime, image);
  return readZoneAmong(runtime, toGray(image), strips, scale, layouts);
}
