import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { addressAllowed } from "@/server/api/request/address-allowed";
import type { Incoming } from "@/server/api/request/incoming";
import { readBody } from "@/server/api/request/read-body";
import { AppError } from "@/server/contract/errors";
import { canonicalString, SIGNATURE_SKEW_SECONDS, timestampSeconds } from "@/server/contract/signing";
import type { Adapters } from "@/server/services/ports";
import { acceptSignature } from "@/server/services/requests/accept-signature";
import { findKey, type KeyInUse } from "@/server/services/requests/find-key";

interface Credentials {
  readonly keyId: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** The three headers. AppError `missing_credentials` naming those that are not there. */
export function credentialsOf(headers: Headers): Credentials {
  const sent = {
    keyId: headers.get("x-api-key"),
    timestamp: headers.get("x-api-timestamp"),
    signature: headers.get("x-api-sign"),
  };
  const names = { keyId: "X-API-KEY", timestamp: "X-API-TIMESTAMP", signature: "X-API-SIGN" };
  const missing = (Object.keys(names) as (keyof Credentials)[]).filter((name) => !sent[name]?.trim());
  if (missing.length > 0) throw new AppError("missing_credentials", { missing: missing.map((name) => names[name]) });
  return {
    keyId: sent.keyId!.trim(),
    timestamp: sent.timestamp!.trim(),
    signature: sent.signature!.trim().toLowerCase(),
  };
}

/** The key of the request, usable now. AppError `invalid_key`, without saying of a stranger's guess why. */
export async function findUsableKey(adapters: Adapters, credentials: Pick<Credentials, "keyId">): Promise<KeyInUse> {
  return usable(await findKey(adapters, credentials.keyId.slice(0, 200)));
}

function usable(key: KeyInUse | undefined): KeyInUse {
  if (!key || key.refusedBecause) throw new AppError("invalid_key");
  return key;
}

export interface Proof {
  /** The key as it was read with the acceptance of the signature. */
  readonly key: KeyInUse;
  /** The raw body. */
  readonly body: Uint8Array;
}

/**
 * Proves that the holder of the key sent exactly this (specification §17), now and for the first time.
 * AppError: stale_timestamp, request_too_large, invalid_signature, invalid_key, address_not_allowed, tenant_suspended,
 * replayed_request.
 */
export async function authenticate(
  adapters: Adapters,
  incoming: Incoming,
  known: KeyInUse,
  maxBytes: number,
): Promise<Proof> {
  const credentials = credentialsOf(incoming.request.headers);
  const signedAt = checkTimestamp(credentials.timestamp, adapters.clock.now());
  const body = await readBody(incoming.request, maxBytes);
  checkSignature(incoming, known, credentials, body);
  checkUse(known, incoming);
  const expiresAt = new Date((signedAt + SIGNATURE_SKEW_SECONDS + 1) * 1000);
  const accepted = await acceptSignature(adapters, { key: known, signature: credentials.signature, expiresAt });
  const key = usable(accepted.key);
  checkUse(key, incoming);
  if (!accepted.first) throw new AppError("replayed_request");
  return { key, body };
}

function checkUse(key: KeyInUse, incoming: Incoming): void {
  if (!addressAllowed(key.ipAllow, incoming.address)) {
    throw new AppError("address_not_allowed", { address: incoming.address ?? null });
  }
  if (key.tenantStatus !== "active") throw new AppError("tenant_suspended");
}

/** Seconds since 1970 that were signed. */
function checkTimestamp(timestamp: string, now: Date): number {
  const seconds = timestampSeconds(timestamp);
  const serverTime = Math.floor(now.getTime() / 1000);
  if (seconds === undefined) {
    throw new AppError("stale_timestamp", {
      server_time: serverTime,
      hint: "Send Unix time in seconds, e.g. 1767225600.",
    });
  }
  if (Math.abs(seconds - now.getTime() / 1000) > SIGNATURE_SKEW_SECONDS) {
    throw new AppError("stale_timestamp", {
      server_time: serverTime,
      your_time: seconds,
      skew_seconds: SIGNATURE_SKEW_SECONDS,
    });
  }
  return seconds;
}

function checkSignature(incoming: Incoming, key: KeyInUse, credentials: Credentials, body: Uint8Array): void {
  const canonical = canonicalString({
    timestamp: credentials.timestamp,
    method: incoming.method,
    path: incoming.target,
    bodySha256: createHash("sha256").update(body).digest("hex"),
  });
  const expected = createHmac("sha256", key.secret).update(canonical).digest();
  const sent = /^[0-9a-f]{64}$/.test(credentials.signature)
    ? Buffer.from(credentials.signature, "hex")
    : Buffer.alloc(32);
  if (!timingSafeEqual(expected, sent)) {
    throw new AppError("invalid_signature", { canonical_string: canonical, body_bytes: body.length });
  }
}
