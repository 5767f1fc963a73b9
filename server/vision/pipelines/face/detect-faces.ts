import { infer } from "@/server/vision/infer";
import { BLAZEFACE_SIDE, type BlazeFaceHit, blazeFace } from "@/server/vision/models/blazeface";
import { applyAffine, invertAffine } from "@/server/vision/ops/affine";
import { overlap } from "@/server/vision/ops/nms";
import { warpReduced } from "@/server/vision/ops/warp-reduced";
import {
  type DetectorView,
  detectorViews,
  type SearchEffort,
  viewMap,
} from "@/server/vision/pipelines/face/detector-views";
import type { DetectedFace } from "@/server/vision/pipelines/face/types";
import type { Affine, Box, Image, Point, Runtime } from "@/server/vision/types";

export interface DetectOptions {
  /** A face of at least this score ends the search. Default 0.65. */
  readonly sure?: number;
  /** What the whole search must reach for a face to be reported. Default 0.5. */
  readonly least?: number;
  /** Default `thorough`. */
  readonly effort?: SearchEffort;
  /** Where an upright face stands if there is one, source pixels: parts of nothing else are looked at. */
  readonly within?: Box;
}

const SAME_FACE = 0.3;

/**
 * Faces of a picture, best score first; none is an answer, not an error. Looks at the whole picture first and, only where that
 * shows nothing sure, at quarter turns (portraits that lie on their side), from further away (faces that fill the picture) and
 * at overlapping parts (small portraits on documents).
 */
export async function detectFaces(
  image: Image,
  runtime: Runtime,
  options: DetectOptions = {},
): Promise<readonly DetectedFace[]> {
  const { sure = 0.65, least = 0.5, effort = "thorough", within } = options;
  let found: readonly DetectedFace[] = [];
  for (const stage of detectorViews(image, effort, within)) {
    const hits: DetectedFace[] = [];
    for (const view of stage) hits.push(...(await look(image, runtime, view)));
    found = merge([...found, ...hits]);
    if (found.length > 0 && found[0].score >= sure) break;
  }
  return found.filter((face) => face.score >= least);
}

/** Faces in given views of a picture, whatever their score, best first. */
export async function detectInViews(
  image: Image,
  runtime: Runtime,
  views: readonly DetectorView[],
): Promise<readonly DetectedFace[]> {
  const hits: DetectedFace[] = [];
  for (const view of views) hits.push(...(await look(image, runtime, view)));
  return merge(hits);
}

async function look(image: Image, runtime: Runtime, view: DetectorView): Promise<DetectedFace[]> {
  const map = viewMap(view, BLAZEFACE_SIDE);
  const input = warpReduced(image, map, BLAZEFACE_SIDE, BLAZEFACE_SIDE);
  const back = invertAffine(map);
  return (await infer(runtime, blazeFace, input)).map((hit) => toSource(hit, back));
}

/** The box stays square to the picture: its centre moves, its sides scale. */
function toSource(hit: BlazeFaceHit, back: Affine<"detector", "source">): DetectedFace {
  const scale = Math.hypot(back.m[0], back.m[3]);
  const centre: Point<"detector"> = { x: hit.box.x + hit.box.width / 2, y: hit.box.y + hit.box.height / 2 };
  const { x, y } = applyAffine(back, centre);
  const width = hit.box.width * scale;
  const height = hit.box.height * scale;
  return {
    score: hit.score,
    box: { x: x - width / 2, y: y - height / 2, width, height },
    points: hit.points.map((p) => applyAffine(back, p)),
  };
}

/** Hits on one face become one, weighted by score; the best score stays. */
function merge(hits: readonly DetectedFace[]): DetectedFace[] {
  const rest = [...hits].sort((a, b) => b.score - a.score);
  const faces: DetectedFace[] = [];
  while (rest.length > 0) {
    const best = rest[0];
    const level = Math.atan2(...direction(best));
    const group = rest.filter((h) => overlap(h.box, best.box) > SAME_FACE);
    faces.push(
      blend(
        best,
        group.filter((h) => Math.abs(turn(Math.atan2(...direction(h)) - level)) < 0.5),
      ),
    );
    for (const hit of group) rest.splice(rest.indexOf(hit), 1);
  }
  return faces;
}

/** Eye line, as [dy, dx]. */
function direction(face: DetectedFace): [number, number] {
  return [face.points[1].y - face.points[0].y, face.points[1].x - face.points[0].x];
}

function turn(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

function blend(best: DetectedFace, group: readonly DetectedFace[]): DetectedFace {
  const total = group.reduce((sum, h) => sum + h.score, 0);
  const mean = (of: (face: DetectedFace) => number) => group.reduce((sum, h) => sum + h.score * of(h), 0) / total;
  return {
    score: best.score,
    box: {
      x: mean((h) => h.box.x),
      y: mean((h) => h.box.y),
      width: mean((h) => h.box.width),
      height: mean((h) => h.box.height),
    },
    points: best.points.map((_, i) => ({ x: mean((h) => h.points[i].x), y: mean((h) => h.points[i].y) })),
  };
}
