import { expect, test } from "vitest";
import { limiter } from "@/server/adapters/limiter";

test("never more tasks at once than the width, and all of them finish, in the order they came", async () => {
  const limit = limiter(2);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const task = (i: number) =>
    limit(async () => {
      started.push(i);
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, (i * 7) % 5));
      running--;
      return i;
    });
  expect(await Promise.all(Array.from({ length: 20 }, (_, i) => task(i)))).toEqual(
    Array.from({ length: 20 }, (_, i) => i),
  );
  expect(most).toBe(2);
  expect(started).toEqual([...started].sort((a, b) => a - b));
});

test("a task that fails gives its place to the next", async () => {
  const limit = limiter(1);
  await expect(limit(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await limit(async () => "yes")).toBe("yes");
});
