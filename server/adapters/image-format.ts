export { type PictureFormat, pictureFormat as imageFormat } from "@/server/contract/picture-format";

/**
 * Whether a PNG announces animation: an `acTL` chunk before the pixels (APNG 1.0). WebP is asked through its decoder.
 */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length; ) {
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (kind === "acTL") return true;
    if (kind === "IDAT" || kind === "IEND") return false;
    at += 12 + view.getUint32(at);
  }
  return false;
}
