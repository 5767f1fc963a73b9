import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPlatformPool } from "@/server/adapters/database/database";
import { rateCounters } from "@/server/adapters/rate-counters";
import { redisRateCounters } from "@/server/adapters/rate-counters-redis";
import { startRedis } from "@/server/adapters/testing/start-redis";
import { createTestDatabase, type TestDatabase } from "@/server/adapters/testing/test-database";
import type { RateCounters } from "@/server/services/rate-counters";

const redis = await startRedis();
let base: TestDatabase;
let inDatabase: RateCounters;
let pool: ReturnType<typeof openPlatformPool>;
const warned: string[] = [];
const log = {
  info: (_: object, message: string) => void warned.push(message),
  warn: (_: object, message: string) => void warned.push(message),
};
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  base = await createTestDatabase();
  pool = openPlatformPool(base.serverUrl, 8, { lasting: false });
  inDatabase = rateCounters(pool);
});
afterAll(async () => {
  for (const close of closing) await close();
  await redis?.stop();
  await pool.end();
  await base.drop();
});

function inRedis(timeoutMs?: number): RateCounters {
  const counters = redisRateCounters({ url: redis!.url, meanwhile: inDatabase, log, timeoutMs });
  closing.push(() => counters.close());
  return counters;
}

const STORES = { PostgreSQL: () => inDatabase, Redis: inRedis };

describe.each(Object.entries(STORES))("%s", (store, open) => {
  const skipped = store === "Redis" && !redis;
  const name = (text: string) => `${store}:${text}`;

  test.skipIf(skipped)("a request counts in every window, and what is left of each is told", async () => {
    const windows = [
      { key: name("a"), limit: 2, seconds: 60 },
      { key: name("a"), limit: 10, seconds: 3600 },
    ];
    const verdict = await open().take(windows);
    expect(verdict.fullAt).toBeUndefined();
    expect(verdict.states.map(({ remaining }) => remaining)).toEqual([1, 9]);
    expect(verdict.states[1].resetSeconds).toBeGreaterThan(3590);
  });

  test.skipIf(skipped)("where a window is full the request counts in none", async () => {
    const narrow = { key: name("narrow"), limit: 100, seconds: 60 };
    const wide = { key: name("wide"), limit: 3, seconds: 60 };
    const counters = open();
    const verdicts = await Promise.all(Array.from({ length: 40 }, () => counters.take([narrow, wide])));
    expect(verdicts.filter(({ fullAt }) => fullAt === undefined)).toHaveLength(3);
    expect(verdicts.filter(({ fullAt }) => fullAt === 1)).toHaveLength(37);
    expect((await counters.take([narrow])).states[0].remaining).toBe(96);
  });

  test.skipIf(skipped)("a window begins anew when it ends, and a limit of nothing lets nothing pass", async () => {
    const counters = open();
    const short = { limit: 1, seconds: 1 };
    expect((await counters.count(name("short"), short)).allowed).toBe(true);
    expect(await counters.count(name("short"), short)).toMatchObject({ allowed: false, remaining: 0, resetSeconds: 1 });
    await new Promise((later) => setTimeout(later, 1_050));
    expect((await counters.count(name("short"), short)).allowed).toBe(true);
    expect((await counters.count(name("none"), { limit: 0, seconds: 60 })).allowed).toBe(false);
  });

  test.skipIf(skipped)(
    "requests that lock several windows in one order never wait for each other in a circle",
    async () => {
      const counters = open();
      const shared = { key: name("shared"), limit: 10_000, seconds: 60 };
      const verdicts = await Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          counters.take([{ key: name(`k${i % 7}`), limit: 1000, seconds: 60 }, shared]),
        ),
      );
      expect(verdicts.every(({ fullAt }) => fullAt === undefined)).toBe(true);
      expect((await counters.take([shared])).states[0].remaining).toBe(10_000 - 201);
    },
  );
});

describe.skipIf(!redis)("when Redis fails", () => {
  const window = { limit: 5, seconds: 60 };
  const passed = async (counters: RateCounters, key: string, times: number) => {
    const states = await Promise.all(Array.from({ length: times }, () => counters.count(key, window)));
    return states.filter(({ allowed }) => allowed).length;
  };

  test("PostgreSQL counts in its place: at most the limit once more, never without one", async () => {
    const counters = inRedis();
    expect(await passed(counters, "stopped", 20)).toBe(5);
    await redis!.stop();
    expect(await passed(counters, "stopped-2", 20)).toBe(5);
    expect(warned).toEqual(["Redis does not count requests; PostgreSQL does"]);
    await redis!.start();
  });

  test("one that hangs is waited for once, then left alone for a while", async () => {
    const counters = inRedis(200);
    expect(await passed(counters, "hung", 3)).toBe(3);
    redis!.pause();
    expect(await passed(counters, "hung-2", 20)).toBe(5);
    const states = await pool.query("SELECT points FROM rate_limit WHERE key = '60:hung-2'");
    expect(states.rows).toEqual([{ points: 5 }]);
    redis!.resume();
  });

  test("where PostgreSQL is away as well, the request is refused as unavailable", async () => {
    const away = rateCounters(openPlatformPool("postgresql://u:p@127.0.0.1:1/none", 1));
    const counters = redisRateCounters({ url: "redis://127.0.0.1:1", meanwhile: away, log });
    await expect(counters.count("x", window)).rejects.toMatchObject({ code: "unavailable", status: 503 });
    await counters.close();
  });
});
