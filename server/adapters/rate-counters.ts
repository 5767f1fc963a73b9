import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { unavailableIfUnreachable } from "@/server/adapters/database-unreachable";
import type { RateCounters, RateState, RateWindow } from "@/server/services/ports";

/** A pool or client of `pg`, as far as counting needs it. */
export interface Queryable {
  query(query: {
    name?: string;
    text: string;
    values?: unknown[];
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** Counters in the table `rate_limit`; one atomic statement a request. A window that is full is then refused from memory. */
export function rateCounters(client: Queryable): RateCounters {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterOf = ({ limit, seconds }: RateWindow): RateLimiterPostgres => {
    const name = `${limit}/${seconds}`;
    const known = limiters.get(name);
    if (known) return known;
    const made = new RateLimiterPostgres({
      storeClient: client,
      storeType: "client",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: String(seconds),
      points: limit,
      duration: seconds,
      inMemoryBlockOnConsumed: limit + 1,
    });
    limiters.set(name, made);
    return made;
  };
  return {
    async count(key, window) {
      try {
        return stateOf(true, await limiterOf(window).consume(key));
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return stateOf(false, refused);
        throw unavailableIfUnreachable(refused);
      }
    },
  };
}

function stateOf(allowed: boolean, seen: RateLimiterRes): RateState {
  return { allowed, remaining: seen.remainingPoints, resetSeconds: Math.max(1, Math.ceil(seen.msBeforeNext / 1000)) };
}
