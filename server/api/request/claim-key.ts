import { createHash } from "node:crypto";
import type { Incoming } from "@/server/api/request/incoming";
import type { Endpoint } from "@/server/contract/endpoint";
import { AppError } from "@/server/contract/errors";
import type { IdempotencyClaim } from "@/server/services/requests/claim-idempotency-key";

/** The claim that an `Idempotency-Key` header makes; undefined without one, or where the method needs none. */
export function claimOf(
  endpoint: Endpoint,
  incoming: Incoming,
  keyId: string,
  decoded: unknown,
): IdempotencyClaim | undefined {
  const key = incoming.request.headers.get("idempotency-key");
  if (key === null || endpoint.method !== "POST") return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    const message = "Use 1 to 255 visible ASCII characters, a UUID for example.";
    throw new AppError("invalid_request", { fields: [{ path: "Idempotency-Key", message }] });
  }
  const hash = createHash("sha256").update(incoming.target).update("\n");
  digest(hash, decoded);
  return { keyId, key, endpoint: endpoint.id, requestHash: hash.digest("hex") };
}

/** What was said, whatever the order of its fields or the boundary of its parts. */
function digest(hash: ReturnType<typeof createHash>, value: unknown): void {
  if (value instanceof Uint8Array) {
    hash.update(`bytes:${value.length}:`).update(value);
  } else if (typeof value === "object" && value !== null) {
    const names = Object.keys(value).sort();
    hash.update(`${Array.isArray(value) ? "list" : "object"}:${names.length}:`);
    for (const name of names) {
      hash.update(JSON.stringify(name));
      digest(hash, (value as Record<string, unknown>)[name]);
    }
  } else {
    hash.update(`${typeof value}:${JSON.stringify(value)}`);
  }
}
