import { gray } from "@/server/vision/ops/gray";
import { halvedTo } from "@/server/vision/ops/half-of";
import { applyHomography, invertHomography } from "@/server/vision/ops/homography";
import { ramp } from "@/server/vision/ops/ramp";
import { type FoundDocument, findDocument } from "@/server/vision/pipelines/document/find-document";
import { hashDocument } from "@/server/vision/pipelines/document/hash-document";
import { printSharpness } from "@/server/vision/pipelines/document/measure-blur";
import { measureGlare } from "@/server/vision/pipelines/document/measure-glare";
import { colourOf, exposureOf } from "@/server/vision/pipelines/document/measure-light";
import { quadSize, rectifyDocument, shrinkTo } from "@/server/vision/pipelines/document/rectify-document";
import type { Image, Point, Quad } from "@/server/vision/types";

/** The pixels of one side of a document: where it lies, how good the picture of it is, and its hash. */
export interface AssessedDocument {
  readonly document: FoundDocument;
  /** The document from straight above, at most `RECTIFIED_WIDTH` wide. */
  readonly rectified: Image;
  /** 0–1 each; 1 is best, but for `glare`, where 0 is none. */
  readonly quality: {
    readonly sharpness: number;
    readonly glare: number;
    readonly exposure: number;
    readonly resolution: number;
    readonly tilt: number;
    readonly crop: number;
    readonly corners: number;
    readonly colour: number;
    /** In pixels of the picture. */
    readonly glareQuads: readonly Quad<"source">[];
  };
  readonly hash: string;
}

/** Print is sharp or blurred to the readers at about this size; more pixels would only cost time. */
const ASSESSED_WIDTH = 1000;
const ASSESSED_WIDTH_MIN = 900;
const RECTIFIED_WIDTH = 720;
/** Dots an inch of an ID-1 card at 1000 pixels; print of 300 dots an inch leaves nothing to ask for. */
const FULL_WIDTH_PX = 1000;

/** 1 is level and seen from straight above; 0 is turned by 45° or shrunk to half along one side. */
function levelness([a, b, c, d]: Quad): number {
  const turn = Math.abs(Math.atan2(b.y - a.y + c.y - d.y, b.x - a.x + c.x - d.x)) / (Math.PI / 4);
  const side = (p: Point, q: Point) => Math.max(1, Math.hypot(q.x - p.x, q.y - p.y));
  const ratio = (m: number, n: number) => Math.max(m, n) / Math.min(m, n) - 1;
  const perspective = Math.max(ratio(side(a, b), side(d, c)), ratio(side(a, d), side(b, c)));
  return Math.max(0, 1 - Math.max(turn, perspective));
}

/** A text line's quad without the margin that its finder leaves around the letters. */
function core([a, b, c, d]: Quad): Point[] {
  const margin = 0.25 * Math.hypot(d.x - a.x, d.y - a.y);
  const centre = { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
  return [a, b, c, d].map(({ x, y }) => ({
    x: x - Math.sign(x - centre.x) * Math.min(margin, Math.abs(x - centre.x)),
    y: y - Math.sign(y - centre.y) * Math.min(margin, Math.abs(y - centre.y)),
  }));
}

/**
 * Share of the document inside the picture, as far as it can be seen: a side that was not found, with print touching
 * the picture's edge there, is cut off. A scan trimmed to the document has no sides and clear margins: it is whole.
 */
function wholeness(found: FoundDocument, image: Image, printed: readonly Quad[]): number {
  const points = printed.flatMap(core);
  const touches = [
    points.some(({ y }) => y <= 1),
    points.some(({ x }) => x >= image.width - 1),
    points.some(({ y }) => y >= image.height - 1),
    points.some(({ x }) => x <= 1),
  ];
  const cut = touches.filter((touching, i) => touching && !found.sides[i]).length;
  return Math.max(0, 1 - 0.15 * cut);
}

const scaled = <F extends string>(quad: Quad, by: number): Quad<F> =>
  quad.map(({ x, y }) => ({ x: x * by, y: y * by })) as unknown as Quad<F>;

/** @param printed quads of the text lines, the zone's among them, in pixels of the upright picture */
export function assessDocument(image: Image, printed: readonly Quad[]): AssessedDocument {
  const small = shrinkTo(halvedTo(image, ASSESSED_WIDTH_MIN, 1), ASSESSED_WIDTH);
  const scale = small.width / image.width;
  const found = findDocument(
    small,
    printed.map((quad) => scaled(quad, scale)),
  );
  const size = quadSize(found.quad);
  const straight = rectifyDocument(small, found.quad, Math.max(64, Math.min(RECTIFIED_WIDTH, Math.round(size.width))));
  const rectified = straight?.image ?? small;
  const plane = gray(rectified);
  const glare = measureGlare(rectified);
  const back = straight && invertHomography(straight.map);
  const toSource = (quad: Quad): Quad<"source"> =>
    scaled(
      back ? (quad.map((point) => applyHomography(back, point as Point<"document">)) as unknown as Quad) : quad,
      1 / scale,
    );
  const document = { ...found, quad: scaled<"source">(found.quad, 1 / scale) };
  const quality = {
    sharpness: printSharpness(plane),
    glare: glare.share,
    exposure: exposureOf(plane),
    resolution: ramp(size.width / scale, 0, FULL_WIDTH_PX),
    tilt: levelness(document.quad),
    crop: wholeness(document, image, printed),
    corners: document.corners,
    colour: colourOf(rectified),
    glareQuads: glare.patches.map(toSource),
  };
  return { document, rectified, quality, hash: hashDocument(rectified) };
}
