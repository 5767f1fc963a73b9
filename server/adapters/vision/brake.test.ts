import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { begin, isInsideModel, makeBrake, pull, withinModel } from "@/server/adapters/vision/brake";

test("a task that was given up before it began does not begin, and one that runs enters no further model", async () => {
  const early = makeBrake();
  expect([pull(early), begin(early)]).toEqual([false, false]);
  const late = makeBrake();
  expect(begin(late)).toBe(true);
  expect(await withinModel(late, async () => isInsideModel(late))).toBe(true);
  expect(pull(late)).toBe(true);
  await expect(withinModel(late, async () => "answered")).rejects.toMatchObject({ code: "overloaded" });
  expect(isInsideModel(late)).toBe(false);
});

test("tasks given up in the middle of a model, and an exit while one runs, do not take the process along", async () => {
  const script = "server/adapters/vision/testing/give-up-often.ts";
  const child = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "pipe"] });
  const [said, complained, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  expect([code, signal, complained]).toEqual([0, null, ""]);
  expect(JSON.parse(said)).toEqual({ given: Array(6).fill("overloaded"), after: "answered" });
}, 120_000);
