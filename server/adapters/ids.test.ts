import { expect, test } from "vitest";
import { makeIds } from "@/server/adapters/ids";

const at = (ms: number) => makeIds({ now: () => new Date(ms) });

test("an id is its prefix and 26 digits, and no two are alike", () => {
  const made = Array.from({ length: 1000 }, () => at(1_700_000_000_000).make("job"));
  for (const id of made) expect(id).toMatch(/^job_[0-9a-hjkmnp-tv-z]{26}$/);
  expect(new Set(made).size).toBe(1000);
});

test("ids sort as their times do", () => {
  const times = [0, 31, 32, 1023, 1_700_000_000_000, 1_700_000_000_001, 2 ** 48 - 1];
  const made = times.map((ms) => at(ms).make("evt"));
  expect([...made].sort()).toEqual(made);
});

test("a secret has at least 128 bits, whatever is asked", () => {
  expect(Buffer.from(at(0).secret(1), "base64url")).toHaveLength(16);
  expect(Buffer.from(at(0).secret(), "base64url")).toHaveLength(32);
});
