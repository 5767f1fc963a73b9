import { Secret, TOTP } from "otpauth";

/** Time-based one-time passwords as authenticator apps know them (RFC 6238: SHA-1, six digits, 30 seconds). */
const PERIOD_S = 30;

function totpOf(secret: string, label: string): TOTP {
  const how = { algorithm: "SHA1", digits: 6, period: PERIOD_S };
  return new TOTP({ issuer: "veriFlow", label, secret: Secret.fromBase32(secret), ...how });
}

/** 160 random bits, base 32. */
export function makeTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** `otpauth://totp/…`, which an app reads from the QR code. */
export function totpAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The step of 30 seconds whose code this is, the one before and after now included; undefined for another code. */
export function totpStep(secret: string, code: string, now: Date): bigint | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret, "").validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : BigInt(Math.floor(timestamp / 1000 / PERIOD_S) + delta);
}
