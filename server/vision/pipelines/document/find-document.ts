import { gray } from "@/server/vision/ops/gray";
import { halvedTo } from "@/server/vision/ops/half-of";
import { resize } from "@/server/vision/ops/resize";
import type { Image, Plane, Point, Quad } from "@/server/vision/types";

/**
 * Finds the corners of a card or page: for each side the straight line, between what is printed and the edge of the
 * picture, along which brightness changes most evenly. A side without such a line lies at or beyond the picture's edge.
 */
export interface FoundDocument {
  /** Clockwise from the top left; sides that were not found stand at the picture's edge. */
  readonly quad: Quad<"source">;
  /** Sides found inside the picture: top, right, bottom, left. */
  readonly sides: readonly [boolean, boolean, boolean, boolean];
  /** Corners where two found sides meet, 0–4. */
  readonly corners: number;
}

/** Longer side of the picture that is searched. */
const SEARCH_SIDE = 256;
/** Mean change of brightness along a line that makes it a side, grey values, and its share of all lines' mean. */
const EDGE_MIN = 9;
const EDGE_OVER_MEAN = 2.2;

/** Brightness steps across and down, grey values a pixel. */
function gradients({ width, height, data }: Plane): { across: Float32Array; down: Float32Array } {
  const across = new Float32Array(width * height);
  const down = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const p = y * width + x;
      across[p] = (data[p + 1] - data[p - 1]) / 2;
      down[p] = (data[p + width] - data[p - width]) / 2;
    }
  }
  return { across, down };
}

interface Side {
  /** Offsets of the line from the picture's edge at its two ends. */
  readonly from: number;
  readonly to: number;
  readonly found: boolean;
}

/** `at(i, offset)`: signed step `offset` away from the side's own edge, at place `i` along it. */
function findSide(length: number, room: number, at: (i: number, offset: number) => number): Side {
  let best = { score: 0, from: 0, to: 0 };
  let sum = 0;
  let count = 0;
  const stride = Math.max(1, Math.floor(length / 64));
  const slope = Math.round(length * 0.25);
  for (let from = 2; from < room; from++) {
    for (let to = Math.max(2, from - slope); to < Math.min(room, from + slope); to++) {
      let along = 0;
      let n = 0;
      for (let i = Math.floor(length * 0.08); i < length * 0.92; i += stride, n++) {
        along += at(i, Math.round(from + ((to - from) * i) / length));
      }
      const score = Math.abs(along / n);
      sum += score;
      count++;
      if (score > best.score) best = { score, from, to };
    }
  }
  const found = best.score > EDGE_MIN && best.score > EDGE_OVER_MEAN * (sum / Math.max(1, count));
  return found ? { from: best.from, to: best.to, found } : { from: 0, to: 0, found };
}

interface Line {
  readonly a: Point;
  readonly b: Point;
}

/** Where two lines meet; they are never parallel, as one runs across and one down. */
function meet(p: Line, q: Line): Point<"source"> {
  const [x1, y1, x2, y2] = [p.a.x, p.a.y, p.b.x, p.b.y];
  const [x3, y3, x4, y4] = [q.a.x, q.a.y, q.b.x, q.b.y];
  const d = (x1 - x2) * (y3 - y4) - (y1 - y2) * (x3 - x4);
  const m = x1 * y2 - y1 * x2;
  const n = x3 * y4 - y3 * x4;
  return { x: (m * (x3 - x4) - (x1 - x2) * n) / d, y: (m * (y3 - y4) - (y1 - y2) * n) / d };
}

/** The box around everything printed, in pixels of the picture; the whole picture's middle where nothing is. */
function printedBox(printed: readonly Quad[], image: Image) {
  const xs = printed.flatMap((quad) => quad.map(({ x }) => x));
  const ys = printed.flatMap((quad) => quad.map(({ y }) => y));
  if (printed.length < 2) {
    return { left: image.width * 0.4, right: image.width * 0.6, top: image.height * 0.4, bottom: image.height * 0.6 };
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** @param printed quads of text lines, the zone's among them: no side of the document crosses them */
export function findDocument(image: Image, printed: readonly Quad[]): FoundDocument {
  const scale = Math.min(1, SEARCH_SIDE / Math.max(image.width, image.height));
  const width = Math.max(8, Math.round(image.width * scale));
  const height = Math.max(8, Math.round(image.height * scale));
  const { across, down } = gradients(gray(resize(halvedTo(image, width, height), width, height)));
  const box = printedBox(printed, image);
  const room = (pixels: number) => Math.max(3, Math.floor(pixels * scale));
  const top = findSide(width, room(box.top), (i, o) => down[o * width + i]);
  const bottom = findSide(width, room(image.height - box.bottom), (i, o) => down[(height - 1 - o) * width + i]);
  const left = findSide(height, room(box.left), (i, o) => across[i * width + o]);
  const right = findSide(height, room(image.width - box.right), (i, o) => across[i * width + width - 1 - o]);
  const [w, h] = [width, height];
  const lines: Record<"top" | "right" | "bottom" | "left", Line> = {
    top: { a: { x: 0, y: top.from }, b: { x: w, y: top.to } },
    bottom: { a: { x: 0, y: h - bottom.from }, b: { x: w, y: h - bottom.to } },
    left: { a: { x: left.from, y: 0 }, b: { x: left.to, y: h } },
    right: { a: { x: w - right.from, y: 0 }, b: { x: w - right.to, y: h } },
  };
  const toSource = ({ x, y }: Point): Point<"source"> => ({ x: x / scale, y: y / scale });
  const quad: Quad<"source"> = [
    toSource(meet(lines.top, lines.left)),
    toSource(meet(lines.top, lines.right)),
    toSource(meet(lines.bottom, lines.right)),
    toSource(meet(lines.bottom, lines.left)),
  ];
  const sides = [top.found, right.found, bottom.found, left.found] as const;
  const corners = sides.filter((found, i) => found && sides[(i + 3) % 4]).length;
  return { quad, sides, corners };
}
