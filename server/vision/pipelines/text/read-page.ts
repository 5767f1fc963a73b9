/** Everything written on one picture of a document: the zone, the printed lines, and which way up it is. */

import type { RecognisedText } from "@/server/vision/models/pp-ocr-rec";
import { type Quarter, rotateQuarter } from "@/server/vision/ops/rotate-quarter";
import { readZone, type Zone } from "@/server/vision/pipelines/mrz/read-zone";
import type { ZoneLayout } from "@/server/vision/pipelines/mrz/zone-layout";
import { detectText } from "@/server/vision/pipelines/text/detect-text";
import { findQuarter } from "@/server/vision/pipelines/text/find-quarter";
import type { TextStrip } from "@/server/vision/pipelines/text/find-strips";
import { lookForZone } from "@/server/vision/pipelines/text/look-for-zone";
import type { Strip } from "@/server/vision/pipelines/text/min-area-rect";
import { readStrips } from "@/server/vision/pipelines/text/read-strips";
import { turnPoint, turnStrip } from "@/server/vision/pipelines/text/turn-page";
import type { Image, Point, Quad, Runtime } from "@/server/vision/types";

export interface PageLine {
  readonly text: string;
  /** Mean probability of the characters, 0–1. */
  readonly confidence: number;
  /** Corners in the upright picture. */
  readonly quad: Quad<"source">;
  /** ISO 15924 code, where the line was read in a script other than Latin. */
  readonly script?: string;
}

export interface Page {
  /** The picture turned upright; every quad is in its pixels. */
  readonly upright: Image;
  /** Quarter turns clockwise from the picture as given. */
  readonly turns: Quarter;
  /** From top to bottom. Empty when they were not asked for. */
  readonly lines: readonly PageLine[];
  /** Lines that were seen and not read: of another script, or too poor. */
  readonly faint: readonly PageLine[];
  readonly zone?: Zone;
}

export interface ReadPageOptions {
  readonly layouts: readonly ZoneLayout[];
  /** Read everything (default), find the zone and the way up, or find the zone alone. */
  readonly what?: "page" | "orientation" | "zone";
  /** How many printed lines are read at most, the largest first. */
  readonly linesMax?: number;
}

const LINES_MAX = 64;
const NOTHING_READ: ReadonlyMap<Strip, RecognisedText> = new Map();
/** Lower lines cannot be read, pixels of the picture. */
const BREADTH_MIN = 6;
const CONFIDENCE_MIN = 0.5;

export async function readPage(runtime: Runtime, image: Image, options: ReadPageOptions): Promise<Page> {
  const what = options.what ?? "page";
  if (what === "zone") return zoneAlone(image, await lookForZone(runtime, image, options.layouts));
  const found = await detectText(runtime, image);
  const seen = await readZone(runtime, image, found, options.layouts);
  const { turns, read: known } = seen
    ? { turns: quarterOf(seen), read: NOTHING_READ }
    : await findQuarter(runtime, image, found);
  const upright = turns === 0 ? image : rotateQuarter(image, turns);
  // A picture that stays as it is keeps its strips, so that those read on the way are known again.
  const strips = turns === 0 ? found : found.map((strip) => turnStrip(strip, image.width, image.height, turns));
  const zone = seen && turnZone(seen, image, turns);
  const linesMax = what === "page" ? (options.linesMax ?? LINES_MAX) : 0;
  const read = await readPrinted(runtime, upright, strips.filter(isLegible(zone)), known, linesMax);
  const isRead = ({ text, confidence }: PageLine) => text.trim() !== "" && confidence >= CONFIDENCE_MIN;
  return { upright, turns, lines: read.filter(isRead), faint: read.filter((line) => !isRead(line)), zone };
}

/** The picture as its zone stands, with nothing else read. */
function zoneAlone(image: Image, seen: Zone | undefined): Page {
  const turns = seen ? quarterOf(seen) : 0;
  const upright = turns === 0 ? image : rotateQuarter(image, turns);
  return { upright, turns, lines: [], faint: [], zone: seen && turnZone(seen, image, turns) };
}

/** The turn that brings the zone's lines level, reading rightwards. */
function quarterOf({ quads }: Zone): Quarter {
  const [topLeft, topRight] = quads[0];
  const angle = Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x);
  return (((-Math.round(angle / (Math.PI / 2)) % 4) + 4) % 4) as Quarter;
}

function turnZone(zone: Zone, { width, height }: Image, turns: Quarter): Zone {
  const turn = (point: Point) => turnPoint(point, width, height, turns);
  return { ...zone, quads: zone.quads.map(([a, b, c, d]): Quad<"source"> => [turn(a), turn(b), turn(c), turn(d)]) };
}

async function readPrinted(
  runtime: Runtime,
  upright: Image,
  strips: readonly TextStrip[],
  known: ReadonlyMap<Strip, RecognisedText>,
  linesMax: number,
): Promise<PageLine[]> {
  const printed = [...strips]
    .sort((a, b) => b.length * b.breadth - a.length * a.breadth)
    .slice(0, linesMax)
    .sort((a, b) => a.cy - b.cy);
  const fresh = printed.filter((strip) => !known.has(strip));
  const texts = await readStrips(runtime, upright, fresh);
  const read = new Map([...known, ...fresh.map((strip, k) => [strip, texts[k]] as const)]);
  return printed.map((strip) => ({ ...(read.get(strip) as RecognisedText), quad: cornersOf(strip) }));
}

/** Neither too small to be read nor a line of the zone. */
const isLegible = (zone: Zone | undefined) => (strip: TextStrip) =>
  strip.breadth >= BREADTH_MIN && !(zone && isInside(zone, strip));

/** Whether the strip's middle lies on a line of the zone. */
function isInside(zone: Zone, { cx, cy }: Strip): boolean {
  return zone.quads.some((quad) => {
    const sides = quad.map((a, k) => {
      const b = quad[(k + 1) % 4];
      return (b.x - a.x) * (cy - a.y) - (b.y - a.y) * (cx - a.x) > 0;
    });
    return sides.every((side) => side === sides[0]);
  });
}

function cornersOf({ cx, cy, length, breadth, angle }: Strip): Quad<"source"> {
  const [ux, uy] = [(Math.cos(angle) * length) / 2, (Math.sin(angle) * length) / 2];
  const [vx, vy] = [(-Math.sin(angle) * breadth) / 2, (Math.cos(angle) * breadth) / 2];
  return [
    { x: cx - ux - vx, y: cy - uy - vy },
    { x: cx + ux - vx, y: cy + uy - vy },
    { x: cx + ux + vx, y: cy + uy + vy },
    { x: cx - ux + vx, y: cy - uy + vy },
  ];
}
