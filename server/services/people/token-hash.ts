import { createHash } from "node:crypto";

/**
 * What is stored of a secret that a link or a cookie carries: SHA-256, hex. The secret has at least 128 random bits.
 */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
