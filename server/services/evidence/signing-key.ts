import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import type { DataKey } from "@/server/services/ports";

/** DER before the 32 bytes of an Ed25519 private key (RFC 8410, PKCS #8) and of a public one (SPKI). */
const PRIVATE_DER = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_DER = Buffer.from("302a300506032b6570032100", "hex");
const PURPOSE = "veriflow evidence signing key 1";

export interface EvidenceKey {
  /** Raw, 32 bytes, base64. */
  readonly publicKey: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/**
 * A tenant's own signing key, drawn from its data key (HKDF-SHA-256, RFC 5869): there is nothing more to keep, and it
 * stays the same when the master key is rotated.
 */
export function evidenceKeyOf(tenantId: string, tenantKey: DataKey): EvidenceKey {
  const seed = Buffer.from(hkdfSync("sha256", tenantKey.bytes, tenantId, PURPOSE, 32));
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: "der", type: "pkcs8" });
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  return {
    publicKey: spki.subarray(PUBLIC_DER.length).toString("base64"),
    sign: (bytes) => sign(null, bytes, key),
  };
}

/** Whether bytes were signed by the owner of a raw public key (base64). A key that is none signs nothing. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = openPublicKey(publicKey);
  return key !== undefined && verify(null, bytes, key, signature);
}

function openPublicKey(publicKey: string): KeyObject | undefined {
  const raw = Buffer.from(publicKey, "base64");
  if (raw.length !== 32) return undefined;
  return createPublicKey({ key: Buffer.concat([PUBLIC_DER, raw]), format: "der", type: "spki" });
}
