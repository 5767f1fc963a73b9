import { expect, test } from "vitest";
import { applyOps } from "@/server/jobs/executor/apply-ops";
import { backoffMs } from "@/server/jobs/executor/backoff";
import { lastTick, parseCron } from "@/server/jobs/executor/cron";
import { parseWakeTime } from "@/server/jobs/executor/parse-wake-time";

const now = new Date("2026-11-23T05:17:42.500Z");
const tick = (cron: string, at = now): string | undefined => lastTick(parseCron(cron), at)?.toISOString();

test("the last tick of a cron expression is the latest fitting minute at or before now, in UTC", () => {
  expect(tick("* * * * *")).toBe("2026-11-23T05:17:00.000Z");
  expect(tick("17 * * * *")).toBe("2026-11-23T05:17:00.000Z");
  expect(tick("18 * * * *")).toBe("2026-11-23T04:18:00.000Z");
  expect(tick("*/15 2-4 * * *")).toBe("2026-11-23T04:45:00.000Z");
  expect(tick("0 0 * * 0")).toBe("2026-11-22T00:00:00.000Z");
  expect(tick("0 0 * * 7")).toBe("2026-11-22T00:00:00.000Z");
  expect(tick("30 6 1 * *")).toBe("2026-11-01T06:30:00.000Z");
  expect(tick("0 0 1 * 1")).toBe("2026-11-23T00:00:00.000Z");
});

test("a cron expression that cannot be read is refused with the place", () => {
  for (const bad of ["* * * *", "60 * * * *", "* 24 * * *", "5-1 * * * *", "*/0 * * * *", "a * * * *"])
    expect(() => parseCron(bad)).toThrow(/cron expression/);
});

test("a wake-up time is a duration as the SDK writes it or a moment, and anything else is none", () => {
  expect(parseWakeTime("1d2h30m10s", now)?.getTime()).toBe(now.getTime() + 95_410_000);
  expect(parseWakeTime("2026-12-01T00:00:00.000Z", now)?.toISOString()).toBe("2026-12-01T00:00:00.000Z");
  expect(parseWakeTime("soon", now)).toBeUndefined();
});

test("the wait before a retry doubles from 0.4 s to at most five minutes, spread by a tenth to either side", () => {
  expect([1, 2, 3, 30].map((tries) => backoffMs(tries, 0.5))).toEqual([400, 800, 1600, 300_000]);
  expect([backoffMs(1, 0), backoffMs(1, 1)]).toEqual([360, 440]);
});

test("an operation that is not carried out becomes a failed step that says so", () => {
  const context = { now, maxAttempts: 3, attempt: 0, retryAt: now, known: new Map() };
  const [step] = applyOps([{ id: "a", op: "WaitForSignal" }], context);
  expect(step.state).toBe("failed");
  expect((step.error as Error).message).toMatch(/WaitForSignal/);
});
