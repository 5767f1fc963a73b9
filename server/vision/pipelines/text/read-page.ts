/** Everything written on one picture of a document: the zone, the printed lines, and which way up it is. */

import { type Quarter, rotateQuarter } from "@/server/vision/ops/rotate-quarter";
import { readZone, type Zone } from "@/server/vision/pipelines/mrz/read-zone";
import type { ZoneLayout } from "@/server/vision/pipelines/mrz/zone-layout";
import { detectText } from "@/server/vision/pipelines/text/detect-text";
import { findQuarter } from "@/server/vision/pipelines/text/find-quarter";
import type { TextStrip } from "@/server/vision/pipelines/text/find-strips";
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
}

export interface Page {
  /** The picture turned upright; every quad is in its pixels. */
  readonly upright: Image;
  /** Quarter turns clockwise from the picture as given. */
  readonly turns: Quarter;
  /** From top to bottom. Empty when they were not asked for. */
  readonly lines: readonly PageLine[];
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
/** Lower lines cannot be read, pixels of the picture. */
const BREADTH_MIN = 6;
const CONFIDENCE_MIN = 0.5;

export async function readPage(runtime: Runtime, image: Image, options: ReadPageOptions): Promise<Page> {
  const found = await detectText(runtime, image);
  const seen = await readZone(runtime, image, found, options.layouts);
  const what = options.what ?? "page";
  const turns = seen ? quarterOf(seen) : what === "zone" ? 0 : await findQuarter(runtime, image, found);
  const upright = turns === 0 ? image : rotateQuarter(image, turns);
  const strips = found.map((strip) => turnStrip(strip, image.width, image.height, turns));
  const zone = seen && turnZone(seen, image, turns);
  const linesMax = what === "page" ? (options.linesMax ?? LINES_MAX) : 0;
  const lines = await readPrinted(runtime, upright, strips, zone, linesMax);
  return { upright, turns, lines, zone };
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
  zone: Zone | undefined,
  linesMax: number,
): Promise<PageLine[]> {
  const printed = strips
    .filter((strip) => strip.breadth >= BREADTH_MIN && !(zone && isInside(zone, strip)))
    .sort((a, b) => b.length * b.breadth - a.length * a.breadth)
    .slice(0, linesMax)
    .sort((a, b) => a.cy - b.cy);
  const texts = await readStrips(runtime, upright, printed);
  return texts
    .map((read, k) => ({ ...read, quad: cornersOf(printed[k]) }))
    .filter(({ text, confidence }) => text.trim() !== "" && confidence >= CONFIDENCE_MIN);
}

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
