/** Base64 (RFC 4648), the standard and the URL-safe alphabet, without a Node built-in so that browsers share it. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SKIP = 64;
const WRONG = 255;

const VALUES = makeValues();

/** Text → bytes; undefined where the text is not base64. Line breaks are skipped, the padding may be missing. */
export function decodeBase64(text: string): Uint8Array | undefined {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "=" || text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  const out = new Uint8Array(Math.floor((end * 3) / 4) + 1);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? VALUES[code] : WRONG;
    if (value === SKIP) continue;
    if (value === WRONG) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (held >> bits) & 0xff;
    }
  }
  return bits === 6 ? undefined : out.subarray(0, at);
}

/** Bytes → text of the standard alphabet, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  const step = 0x6000; // a multiple of three, small enough for apply()
  for (let i = 0; i < bytes.length; i += step) {
    parts.push(btoa(String.fromCharCode.apply(null, bytes.subarray(i, i + step) as unknown as number[])));
  }
  return parts.join("");
}

function makeValues(): Uint8Array {
  const values = new Uint8Array(128).fill(WRONG);
  for (let i = 0; i < 64; i++) values[ALPHABET.charCodeAt(i)] = i;
  values["-".charCodeAt(0)] = 62;
  values["_".charCodeAt(0)] = 63;
  for (const space of "\r\n") values[space.charCodeAt(0)] = SKIP;
  return values;
}
