import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { withFileLock } from "@/scripts/database/file-lock";

const folder = mkdtempSync(join(tmpdir(), "veriflow-lock-"));
const path = join(folder, "lock");
afterAll(() => rmSync(folder, { recursive: true }));

test("one at a time, and the lock is gone afterwards, also after a failure", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(5);
    inside--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withFileLock(path, 30_000, work)));
  expect(most).toBe(1);
  await expect(withFileLock(path, 1_000, () => Promise.reject(new Error("on purpose")))).rejects.toThrow("on purpose");
  expect(existsSync(path)).toBe(false);
});

test("a lock of a process that is gone is taken over, also where its number was given again", async () => {
  for (const holder of ["999999999 -", `${process.pid} another-boot/1`]) {
    writeFileSync(path, holder);
    expect(await withFileLock(path, 5_000, async () => "mine")).toBe("mine");
  }
});

test("a lock that is held says by whom", async () => {
  await withFileLock(path, 1_000, async () => {
    await expect(withFileLock(path, 100, async () => undefined)).rejects.toThrow(`Process ${process.pid} `);
  });
});
