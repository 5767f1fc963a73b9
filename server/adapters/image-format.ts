/** Picture formats we take, judged by the first bytes and never by a name or a declared type. */
export type PictureFormat = "jpeg" | "png" | "webp";

/** The format that the bytes announce; undefined for anything else. */
export function imageFormat(bytes: Uint8Array): PictureFormat | undefined {
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return "jpeg";
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (starts(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, 8, [0x57, 0x45, 0x42, 0x50])) return "webp";
  return undefined;
}

/** Whether a PNG announces animation: an `acTL` chunk before the pixels (APNG 1.0). WebP is asked through its decoder. */
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

function starts(bytes: Uint8Array, at: number, magic: readonly number[]): boolean {
  return bytes.length >= at + magic.length && magic.every((b, i) => bytes[at + i] === b);
}
