import { expect, test } from "vitest";
import { drawActions } from "@/server/domain/capture/challenge";

test("every order of two different motions can be drawn, and each holds a turn", () => {
  const seen = new Set<string>();
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 2; j++) {
      const numbers = [i / 3, j / 2];
      const actions = drawActions(() => numbers.shift() ?? 0);
      expect(actions.some((action) => action.startsWith("turn_"))).toBe(true);
      expect(new Set(actions).size).toBe(2);
      seen.add(actions.join());
    }
  }
  expect(seen.size).toBe(6);
});
