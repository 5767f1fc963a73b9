import type { Incoming } from "@/server/api/request/incoming";
import type { Shell } from "@/server/api/shell";
import { AppError } from "@/server/contract/errors";
import { type RequestWindow, requestWindows } from "@/server/domain/limits/request-limits";
import type { RateCounters } from "@/server/services/rate-counters";
import type { KeyInUse } from "@/server/services/requests/find-key";

/** Refused attempts of one address a minute, before anybody is known. */
const ADDRESS_LIMIT = 600;

/**
 * Counts a request against its key, endpoint, tenant and the server, and writes `RateLimit-Policy` and `RateLimit`
 * (draft-ietf-httpapi-ratelimit-headers) on the answer. AppError `rate_limited` with what ran out and the time to wait.
 */
export async function limitRequest(shell: Shell, incoming: Incoming, key: KeyInUse, endpointId: string): Promise<void> {
  const { id: keyId, tenantId, limits } = key;
  const windows = requestWindows({ endpointId, keyId, tenantId, limits, serverMinute: shell.serverMinute });
  await limit(shell.adapters.rates, incoming, windows);
}

/** Counts a refused attempt against its address, so that guessing is slow. */
export async function limitAddress(rates: RateCounters, incoming: Incoming): Promise<void> {
  const key = `address:${incoming.address ?? "unknown"}`;
  await limit(rates, incoming, [{ name: "address", key, limit: ADDRESS_LIMIT, seconds: 60 }]);
}

/** What all tenants do together is nobody's business: the server's own window is told where it refuses, not before. */
const told = (window: RequestWindow): boolean => window.name !== "server";

async function limit(rates: RateCounters, incoming: Incoming, windows: readonly RequestWindow[]): Promise<void> {
  const { fullAt, states } = await rates.take(windows);
  const headers = incoming.answerHeaders;
  const policies = windows.filter(told).map((w) => `"${w.name}";q=${w.limit};w=${w.seconds}`);
  headers.set("RateLimit-Policy", policies.join(", "));
  const left = states.flatMap(({ remaining, resetSeconds }, i) =>
    told(windows[i]) ? [`"${windows[i].name}";r=${remaining};t=${resetSeconds}`] : [],
  );
  headers.set("RateLimit", left.join(", "));
  if (fullAt === undefined) return;
  const { name, limit, seconds } = windows[fullAt];
  const size = name === "server" ? {} : { limit, window_seconds: seconds };
  throw new AppError("rate_limited", { policy: name, ...size }, states[fullAt].resetSeconds);
}
