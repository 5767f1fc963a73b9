import sharp, { type Metadata, type Sharp } from "sharp";
import { imageFormat, isAnimatedPng, type PictureFormat } from "@/server/adapters/image-format";
import { AppError } from "@/server/contract/errors";
import { MAX_PICTURE_BYTES } from "@/server/contract/picture-format";
import type { Image } from "@/server/vision/types";

/** 64 megapixels: above any phone's usual picture, below what fills the memory (192 MB as RGB). */
const MAX_PICTURE_PIXELS = 64_000_000;

export interface DecodeOptions {
  /** The longer side of the answer, at most; smaller pictures stay as they are. Default: the picture's own size. */
  readonly maxSide?: number;
  readonly maxBytes?: number;
  readonly maxPixels?: number;
}

export interface PictureFacts {
  readonly format: PictureFormat;
  /** Upright size of the picture as sent, before any shrinking. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

export interface DecodedPicture extends PictureFacts {
  readonly image: Image;
  /** Pixels of `image` per pixel of the picture as sent, 0–1. */
  readonly scale: number;
}

sharp.cache(false);

/**
 * Looks at the head of a picture without decoding it. Refuses (`AppError`) with `image_too_large`,
 * `unsupported_media_type`, `image_too_many_pixels`, or `invalid_image` (details.reason: `empty`, `broken`,
 * `animated`).
 */
export async function inspectPicture(bytes: Uint8Array, options: DecodeOptions = {}): Promise<PictureFacts> {
  const maxBytes = options.maxBytes ?? MAX_PICTURE_BYTES;
  const maxPixels = options.maxPixels ?? MAX_PICTURE_PIXELS;
  if (bytes.length === 0) throw new AppError("invalid_image", { reason: "empty" });
  if (bytes.length > maxBytes) throw new AppError("image_too_large", { bytes: bytes.length, max_bytes: maxBytes });
  const format = imageFormat(bytes);
  if (!format) throw new AppError("unsupported_media_type", { accepted: ["image/jpeg", "image/png", "image/webp"] });
  const head = await metadata(bytes);
  if ((head.pages ?? 1) > 1 || (format === "png" && isAnimatedPng(bytes))) {
    throw new AppError("invalid_image", { reason: "animated", hint: "send a single still picture" });
  }
  const width = head.autoOrient?.width ?? head.width;
  const height = head.autoOrient?.height ?? head.height;
  if (width * height > maxPixels) {
    throw new AppError("image_too_many_pixels", { width, height, max_pixels: maxPixels });
  }
  return { format, width, height, bytes: bytes.length };
}

/**
 * Bytes → upright RGB, shrunk while decoding to the asked size. Transparent pixels become white, any colour space sRGB.
 * Refuses as `inspectPicture` does; a picture cut short or damaged is `invalid_image` (details.reason `broken`).
 */
export async function decodePicture(bytes: Uint8Array, options: DecodeOptions = {}): Promise<DecodedPicture> {
  const facts = await inspectPicture(bytes, options);
  let pipeline = open(bytes).autoOrient();
  const maxSide = options.maxSide;
  if (maxSide && Math.max(facts.width, facts.height) > maxSide) {
    pipeline = pipeline.resize({ width: maxSide, height: maxSide, fit: "inside", kernel: "linear" });
  }
  const image = await pixels(pipeline);
  return { ...facts, image, scale: image.width / facts.width };
}

function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: "error", limitInputPixels: MAX_PICTURE_PIXELS * 4, sequentialRead: true });
}

async function metadata(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await open(bytes).metadata();
  } catch {
    throw new AppError("invalid_image", { reason: "broken" });
  }
}

async function pixels(pipeline: Sharp): Promise<Image> {
  try {
    const { data, info } = await pipeline
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data: rgb(data, info.channels) };
  } catch {
    throw new AppError("invalid_image", { reason: "broken" });
  }
}

/** Three channels from however many the decoder left: a grey picture may come out with one. */
function rgb(data: Uint8Array, channels: number): Uint8Array {
  // A plain array, not a Buffer: loops that meet several kinds of array run slower.
  if (channels === 3) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const n = data.length / channels;
  const out = new Uint8Array(n * 3);
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < 3; c++) out[i * 3 + c] = data[i * channels + (channels > 2 ? c : 0)];
  }
  return out;
}
