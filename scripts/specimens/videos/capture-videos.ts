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

/** Front held still, then the back where there is one. */
async function sides(document: DrawnDocument, options: CaptureVideoOptions): Promise<Scene[]> {
  const { hold = 5, seed = 1 } = options;
  const pages = document.back ? [document.front, document.back] : [document.front];
  return Promise.all(
    pages.map((page, i) => documentScene(page, { ...sizeOf(options), seconds: hold, seed: seed + i })),
  );
}

/** A person who does what the challenge may ask. */
const person = (face: Face, options: CaptureVideoOptions): Scene =>
  faceScene(face, options.acts ?? challengeActs, { ...sizeOf(options), seed: options.seed ?? 1 });

/** Document, then its holder: a whole capture in one file, which the fake camera repeats. */
export const writeCaptureVideo = async (
  file: string,
  document: DrawnDocument,
  face: Face,
  options: CaptureVideoOptions = {},
) => writeVideo(file, joinScenes([...(await sides(document, options)), person(face, options)]), options);
