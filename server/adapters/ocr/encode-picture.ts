import sharp from "sharp";
import type { Image } from "@/server/vision/types";

/** JPEG of the pixels for a reader that takes files: quality 92, no metadata. */
export function encodePicture({ width, height, data }: Image): Promise<Buffer> {
  const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}
