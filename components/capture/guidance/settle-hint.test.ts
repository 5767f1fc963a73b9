import { expect, test } from "vitest";
import { firstHint, settleHint } from "@/components/capture/guidance/settle-hint";

test("a hint that flickers for one frame is never shown", () => {
  let state = firstHint<"closer" | "dark">("closer", 0);
  for (let now = 50; now < 3000; now += 50) state = settleHint(state, now % 500 === 0 ? "dark" : "closer", now);
  expect(state.shown).toBe("closer");
});

test("a hint that lasts is shown, but not before the one on show could be read", () => {
  let state = firstHint<"closer" | "dark">("closer", 0);
  const shown: [number, string][] = [];
  for (let now = 50; now <= 1000; now += 50) {
    state = settleHint(state, "dark", now);
    shown.push([now, state.shown]);
  }
  expect(shown.find(([, hint]) => hint === "dark")?.[0]).toBe(700);
});
