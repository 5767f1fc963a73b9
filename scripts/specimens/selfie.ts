import type { Image } from "@/server/vision/types";
import type { Backdrop } from "./face/backdrop";
import type { Face, Lighting, Pose } from "./face/person";
import { renderFace } from "./face/render-face";
import { encodeJpeg, resizePicture } from "./picture";
import { seededRandom } from "./random";
import { addNoise, blurPicture } from "./wear/sensor";

export interface SelfieOptions {
  /** Default 1080 × 1440. */
  readonly width?: number;
  readonly height?: number;
  readonly seed?: number;
  readonly pose?: Partial<Pose>;
  readonly light?: Partial<Lighting>;
  readonly backdrop?: Backdrop;
  /** Blur in pixels and noise deviation. */
  readonly blur?: number;
  readonly noise?: number;
}

const rooms = ["#8f8577", "#7b8288", "#a39a8a", "#74796f", "#b0a9a2", "#80797a"];

/** A picture a person takes of themselves at arm's length in some room, slightly turned, lit from a window. */
export async function drawSelfie(face: Face, options: SelfieOptions = {}): Promise<Image> {
  const { width = 1080, height = 1440, seed = 1 } = options;
  const random = seededRandom(seed * 977 + face.seed);
  // Above this the head is drawn at 1080 and enlarged: a front camera resolves no more either.
  const scale = Math.min(1, 1080 / Math.min(width, height));
  const image = await renderFace(face, {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    size: (random.between(0.2, 0.24) * Math.min(width, height)) / width,
    centre: [random.between(0.47, 0.53), random.between(0.44, 0.48)],
    distance: 7,
    supersample: scale < 1 || width > 800 ? 1.0 : 2,
    pose: {
      yaw: random.between(-0.07, 0.07),
      pitch: random.between(-0.05, 0.06),
      roll: random.between(-0.05, 0.05),
      smile: random.between(0, 0.25),
      ...options.pose,
    },
    light: {
      azimuth: random.between(-0.7, 0.7),
      elevation: random.between(0.25, 0.65),
      strength: random.between(0.68, 0.85),
      ambient: random.between(0.52, 0.68),
      colour: random.pick(["#fff1dc", "#fffaf2", "#eef4ff"]),
      ...options.light,
    },
    backdrop: options.backdrop ?? { kind: "room", colour: random.pick(rooms), seed },
  });
  const full = scale < 1 ? await resizePicture(image, width, height) : image;
  const soft = await blurPicture(full, options.blur ?? 0.7);
  addNoise(soft, options.noise ?? 2.2, seed);
  return soft;
}

export const selfieJpeg = async (face: Face, options?: SelfieOptions, quality = 90): Promise<Buffer> =>
  encodeJpeg(await drawSelfie(face, options), quality);
