import type { DrawnDocument } from "../documents/papers";
import type { Face } from "../face/person";
import { documentScene } from "./document-scene";
import { challengeActs, faceScene, type Timed } from "./face-scene";
import { joinScenes, type Scene } from "./scene";
import { type VideoOptions, writeVideo } from "./write-video";

export interface CaptureVideoOptions extends VideoOptions {
  /** Default 1280 × 720; give 720 × 1280 for a phone held upright. */
  readonly width?: number;
  readonly height?: number;
  /** Seconds that each side of the document is held. Default 5. */
  readonly hold?: number;
  /** Default: still, left, right, blink, up. */
  readonly acts?: readonly Timed[];
}

const sizeOf = ({ width = 1280, height = 720 }: CaptureVideoOptions) => ({ width, height });

async function sides(document: DrawnDocument, options: CaptureVideoOptions): Promise<Scene[]> {
  const { hold = 5, seed = 1 } = options;
  const pages = document.back ? [document.front, document.back] : [document.front];
  return Promise.all(
    pages.map((page, i) => documentScene(page, { ...sizeOf(options), seconds: hold, seed: seed + i })),
  );
}

const person = (face: Face, options: CaptureVideoOptions): Scene =>
  faceScene(face, options.acts ?? challengeActs, { ...sizeOf(options), seed: options.seed ?? 1 });

/** Front held still, then the back where there is one. */
export const writeDocumentVideo = async (file: string, document: DrawnDocument, options: CaptureVideoOptions = {}) =>
  writeVideo(file, joinScenes(await sides(document, options)), options);

/** One side only, for a page that is shown one file per step. */
export async function writePageVideo(
  file: string,
  document: DrawnDocument,
  side: "front" | "back",
  options: CaptureVideoOptions = {},
) {
  const scenes = await sides(document, options);
  const scene = scenes[side === "front" ? 0 : 1];
  if (!scene) throw new Error(`a ${document.papers.kind} has no ${side}`);
  return writeVideo(file, scene, options);
}

/** A person who does what the challenge may ask. */
export const writeFaceVideo = (file: string, face: Face, options: CaptureVideoOptions = {}): Promise<number> =>
  writeVideo(file, person(face, options), options);

/** Document, then its holder: a whole capture in one file, which the fake camera repeats. */
export const writeCaptureVideo = async (
  file: string,
  document: DrawnDocument,
  face: Face,
  options: CaptureVideoOptions = {},
) => writeVideo(file, joinScenes([...(await sides(document, options)), person(face, options)]), options);
