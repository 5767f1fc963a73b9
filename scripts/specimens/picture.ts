import sharp from "sharp";
import type { Image } from "@/server/vision/types";

/** The house's RGB image to files and back. */
const open = ({ data, width, height }: Image) =>
  sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 3 } });

export const encodePng = (image: Image): Promise<Buffer> => open(image).png({ compressionLevel: 4 }).toBuffer();

export const encodeJpeg = (image: Image, quality = 90): Promise<Buffer> =>
  open(image).jpeg({ quality, mozjpeg: false }).toBuffer();

export async function decodePicture(bytes: Buffer): Promise<Image> {
  const { data, info } = await sharp(bytes, { limitInputPixels: 1e9 })
    .rotate()
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

export async function resizePicture(image: Image, width: number, height: number): Promise<Image> {
  const data = await open(image).resize(width, height, { fit: "fill" }).raw().toBuffer();
  return { width, height, data };
}
