/** What one picture may weigh; the specification's ten megabytes. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/** Picture formats we take, judged by the first bytes and never by a name or a declared type. */
export type PictureFormat = "jpeg" | "png" | "webp";

/** The format that the bytes announce; undefined for anything else. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return "jpeg";
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (starts(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, 8, [0x57, 0x45, 0x42, 0x50])) return "webp";
  return undefined;
}

/** Whether a declared media type may stand before these bytes; types that promise nothing always may. */
export function declaredTypeAgrees(declared: string, bytes: Uint8Array): boolean {
  const type = declared.split(";")[0].trim().toLowerCase();
  if (type === "" || type === "application/octet-stream") return true;
  return type.replace("image/jpg", "image/jpeg") === `image/${pictureFormat(bytes)}`;
}

function starts(bytes: Uint8Array, at: number, magic: readonly number[]): boolean {
  return bytes.length >= at + magic.length && magic.every((b, i) => bytes[at + i] === b);
}
