import { expect, test } from "vitest";
import { knownKeys } from "@/server/api/request/known-keys";
import type { KeyInUse } from "@/server/services/requests/find-key";

const key = (id: string) => ({ id, secret: "s" }) as KeyInUse;

test("a key is known for five minutes from when its secret was opened, however often it is used", () => {
  let now = 0;
  const keys = knownKeys(() => now);
  keys.remember(key("a"));
  now = 299_000;
  keys.remember(key("a"));
  expect(keys.find("a")?.id).toBe("a");
  now = 301_000;
  expect(keys.find("a")).toBeUndefined();
});

test("a forgotten key is not known, and of very many the oldest go", () => {
  const keys = knownKeys();
  for (let i = 0; i <= 10_000; i++) keys.remember(key(String(i)));
  keys.forget("5");
  expect([keys.find("0"), keys.find("5"), keys.find("6")?.id]).toEqual([undefined, undefined, "6"]);
});
