import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/**
 * AES-256-GCM (NIST SP 800-38D): version 1, four bytes that name the key, a random 96-bit nonce, ciphertext, 128-bit
 * tag. The context is authenticated with it, so that a sealed value opens only where it was put.
 */
const VERSION = 1;
const HEAD = 1 + 4 + 12;
const TAG = 16;

export function sealEnvelope(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const head = Buffer.concat([Buffer.of(VERSION), keyName(key), randomBytes(12)]);
  const cipher = createCipheriv("aes-256-gcm", key, head.subarray(5));
  cipher.setAAD(associated(head, context));
  return Uint8Array.from(Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

/** Throws where the envelope was altered, was sealed with another key, or belongs to another context. */
export function openEnvelope(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  if (sealed.length < HEAD + TAG || sealed[0] !== VERSION)
    throw new Error("This is no sealed value of a known version.");
  if (!isSealedWith(key, sealed)) throw new Error("This value was sealed with another key.");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(5, HEAD));
  decipher.setAAD(associated(sealed.subarray(0, HEAD), context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Uint8Array.from(
      Buffer.concat([decipher.update(sealed.subarray(HEAD, sealed.length - TAG)), decipher.final()]),
    );
  } catch {
    throw new Error("This sealed value was altered or belongs elsewhere.");
  }
}

export function isSealedWith(key: Uint8Array, sealed: Uint8Array): boolean {
  return Buffer.compare(keyName(key), sealed.subarray(1, 5)) === 0;
}

function keyName(key: Uint8Array): Buffer {
  return createHash("sha256").update("veriflow key name").update(key).digest().subarray(0, 4);
}

function associated(head: Uint8Array, context: string): Buffer {
  return Buffer.concat([head.subarray(0, 5), Buffer.from(context, "utf8")]);
}
