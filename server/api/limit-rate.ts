import type { Incoming } from "@/server/api/incoming";
import { AppError } from "@/server/contract/errors";
import type { RateCounters, RateState, RateWindow } from "@/server/services/ports";
import type { KeyInUse } from "@/server/services/requests/find-key";

/** Refused attempts of one address a minute, before anybody is known. */
export const ADDRESS_LIMIT = 600;

interface Policy extends RateWindow {
  readonly name: string;
}

/**
 * Counts a request against its key's minute and day and writes `RateLimit-Policy` and `RateLimit`
 * (draft-ietf-httpapi-ratelimit-headers) on the answer. AppError `rate_limited` with the time to wait.
 */
export async function limitKey(rates: RateCounters, incoming: Incoming, key: KeyInUse): Promise<void> {
  const minute = { name: "minute", limit: key.rate.minute, seconds: 60 };
  const day = { name: "day", limit: key.rate.day, seconds: 86_400 };
  await limit(rates, incoming, `key:${key.id}`, [minute, day]);
}

/** Counts a refused attempt against its address, so that guessing is slow. */
export async function limitAddress(rates: RateCounters, incoming: Incoming): Promise<void> {
  const policy = { name: "address", limit: ADDRESS_LIMIT, seconds: 60 };
  await limit(rates, incoming, `address:${incoming.address ?? "unknown"}`, [policy]);
}

/** The first full window refuses; the windows after it are not counted. */
async function limit(rates: RateCounters, incoming: Incoming, key: string, policies: readonly Policy[]): Promise<void> {
  const headers = incoming.answerHeaders;
  headers.set("RateLimit-Policy", policies.map((p) => `"${p.name}";q=${p.limit};w=${p.seconds}`).join(", "));
  const states: string[] = [];
  for (const policy of policies) {
    const state = await rates.count(key, policy);
    states.push(stateText(policy, state));
    headers.set("RateLimit", states.join(", "));
    if (!state.allowed) {
      const details = { policy: policy.name, limit: policy.limit, window_seconds: policy.seconds };
      throw new AppError("rate_limited", details, state.resetSeconds);
    }
  }
}

function stateText(policy: Policy, state: RateState): string {
  return `"${policy.name}";r=${state.remaining};t=${state.resetSeconds}`;
}
