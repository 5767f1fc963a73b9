import { createClient, type RedisClientType } from "@redis/client";
import { inSeconds, nameOf } from "@/server/adapters/rate-counters";
import { rememberFull } from "@/server/adapters/remember-full";
import type { Log } from "@/server/services/ports";
import type { RateCounters, RateVerdict } from "@/server/services/rate-counters";

export interface RedisCounters extends RateCounters {
  close(): Promise<void>;
}

export interface RedisOptions {
  /** `redis://` or `rediss://` (TLS), with user, password and database where there are any. */
  readonly url: string;
  /**
   * Who counts while Redis does not answer: its windows begin anew, so that a client may pass twice its limit, never
   * more.
   */
  readonly meanwhile: RateCounters;
  readonly log: Pick<Log, "warn" | "info">;
  /** For the answer to one count, in milliseconds. */
  readonly timeoutMs?: number;
}

/** After a failure Redis is left alone for so long; every request would wait for it otherwise. */
const PAUSE_MS = 5_000;

/**
 * Counters in Redis: one script a request, however many windows; Redis's clock. Windows last in one server or one
 * primary with replicas; a cluster would have to keep them in one slot, and is refused by it.
 */
export function redisRateCounters({ url, meanwhile, log, timeoutMs = 2_000 }: RedisOptions): RedisCounters {
  const client: RedisClientType = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 2_000) },
  });
  let failedAt = Number.NEGATIVE_INFINITY;
  let opening: Promise<unknown> | undefined;
  client.on("error", () => undefined);
  const inRedis = rememberFull(async (windows) => {
    opening ??= client.connect().catch(() => undefined);
    await within(timeoutMs, opening);
    const keys = windows.map((window) => `veriflow:rate:${nameOf(window)}`);
    const args = windows.flatMap(({ limit, seconds }) => [String(limit), String(seconds * 1000)]);
    return verdictOf(await within(timeoutMs, client.eval(TAKE, { keys, arguments: args })));
  });
  const take: RateCounters["take"] = async (windows) => {
    if (performance.now() - failedAt < PAUSE_MS) return meanwhile.take(windows);
    try {
      const verdict = await inRedis.take(windows);
      if (failedAt > 0) log.info({}, "Redis counts requests again");
      failedAt = Number.NEGATIVE_INFINITY;
      return verdict;
    } catch (error) {
      if (failedAt < 0) log.warn({ error: (error as Error).message }, "Redis does not count requests; PostgreSQL does");
      failedAt = performance.now();
      return meanwhile.take(windows);
    }
  };
  return {
    take,
    async count(key, window) {
      const { fullAt, states } = await take([{ key, ...window }]);
      return { allowed: fullAt === undefined, ...states[0] };
    },
    close: async () => client.destroy(),
  };
}

/**
 * Looks first and counts then: nothing comes between the lines of a script. Answers the full window's place, what is
 * left, and milliseconds to the window's end.
 */
const TAKE = `
local left, ends = {}, {}
for i, key in ipairs(KEYS) do
  local limit, length = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  local rest = redis.call('PTTL', key)
  if rest < 0 then rest = length end
  left[i] = limit - tonumber(redis.call('GET', key) or '0') - 1
  ends[i] = rest
  if left[i] < 0 then
    left[i] = 0
    return { i, left, ends }
  end
end
for i, key in ipairs(KEYS) do
  if redis.call('INCR', key) == 1 then redis.call('PEXPIRE', key, ARGV[2 * i]) end
end
return { 0, left, ends }`;

function verdictOf(answer: unknown): RateVerdict {
  const [place, left, ends] = answer as [number, number[], number[]];
  const states = left.map((remaining, i) => ({ remaining, resetSeconds: inSeconds(ends[i]) }));
  return { fullAt: place === 0 ? undefined : place - 1, states };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
