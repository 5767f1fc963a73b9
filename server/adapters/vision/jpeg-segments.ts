const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COMMENT = 0xfe;

/**
 * A JPEG with nothing in it but its picture: no EXIF, XMP, thumbnails, comments or trailing bytes. JFIF, ICC and Adobe
 * segments stay, for colours depend on them, and so does the orientation, as the only EXIF field. The pixels are not
 * touched. Undefined where the segments cannot be followed.
 */
export function bareJpeg(bytes: Uint8Array, orientation: number): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  if (orientation > 1) parts.push(orientationSegment(orientation));
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) return join([...parts, bytes.subarray(at, at + 2)]);
    const end = at + 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
    const stop = marker === SOS ? endOfScan(bytes, end) : end;
    if (stop > bytes.length) return undefined;
    if (isKept(marker)) parts.push(bytes.subarray(at, stop));
    at = stop;
  }
  return at + 2 <= bytes.length && bytes[at + 1] === EOI ? join([...parts, bytes.subarray(at, at + 2)]) : undefined;
}

function isKept(marker: number): boolean {
  const isApplication = marker >= APP0 && marker <= 0xef;
  return marker !== COMMENT && (!isApplication || marker === APP0 || marker === APP2 || marker === APP14);
}

/** Where the entropy-coded data ends: at a marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let i = from; i + 1 < bytes.length; i++) {
    if (
      bytes[i] === 0xff &&
      bytes[i + 1] !== 0 &&
      !(bytes[i + 1] >= 0xd0 && bytes[i + 1] <= 0xd7) &&
      bytes[i + 1] !== 0xff
    ) {
      return i;
    }
  }
  return bytes.length + 1;
}

/** EXIF 2.3: a big-endian TIFF with one directory of one entry, 0x0112. */
function orientationSegment(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([0xff, APP1, 0, exif.length + entry.length + 2, ...exif, ...entry]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
