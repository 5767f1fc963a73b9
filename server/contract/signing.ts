/**
 * Request signing (specification §17): what is signed, and the signature, by WebCrypto so that Node and browsers share
 * it.
 */
export const SIGNATURE_SKEW_SECONDS = 300;

export interface SignedParts {
  /** X-API-TIMESTAMP as sent: Unix time in seconds, fractions allowed, or 13 digits of milliseconds. */
  readonly timestamp: string;
  readonly method: string;
  /** The path with its query string, as sent. */
  readonly path: string;
  /** SHA-256 of the raw body in lower-case hex; of nothing where there is no body. */
  readonly bodySha256: string;
}

/** The text under the signature: four lines, no line break at the end. */
export function canonicalString(parts: SignedParts): string {
  return [parts.timestamp, parts.method, parts.path, parts.bodySha256].join("\n");
}

/** Seconds since 1970 that the header names; undefined where it is not a time. */
export function timestampSeconds(timestamp: string): number | undefined {
  if (/^\d{13}$/.test(timestamp)) return Number(timestamp) / 1000;
  return /^\d{1,11}(\.\d{1,9})?$/.test(timestamp) ? Number(timestamp) : undefined;
}

export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

export async function hmacSha256(secret: string, text: string): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
}

/** The value of X-API-SIGN, in lower-case hex. */
export async function signature(secret: string, parts: SignedParts): Promise<string> {
  return hex(await hmacSha256(secret, canonicalString(parts)));
}

export interface Signer {
  readonly keyId: string;
  readonly secret: string;
}

/** The three headers of a request. */
export async function signedHeaders(
  signer: Signer,
  request: { readonly timestamp: string; readonly method: string; readonly path: string; readonly body: Uint8Array },
): Promise<Record<"X-API-KEY" | "X-API-TIMESTAMP" | "X-API-SIGN", string>> {
  const { timestamp, method, path } = request;
  const parts = { timestamp, method, path, bodySha256: await sha256Hex(request.body) };
  return {
    "X-API-KEY": signer.keyId,
    "X-API-TIMESTAMP": timestamp,
    "X-API-SIGN": await signature(signer.secret, parts),
  };
}

export function hex(bytes: ArrayBuffer | Uint8Array): string {
  return Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, "0")).join("");
}
