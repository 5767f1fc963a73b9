import { expect, test } from "vitest";
import { LivenessAction } from "@/server/contract/liveness-challenge";
import { drawChallenge } from "@/server/domain/liveness/challenge/draw-challenge";

/** A small fixed generator (Lehmer), so that the draws differ and the test does not. */
function walk(): () => number {
  let state = 42;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test("every motion is drawn at every place, always with a turn and never twice the same", () => {
  const random = walk();
  const seen = new Set<string>();
  for (let i = 0; i < 400; i++) {
    const { actions } = drawChallenge(random);
    expect(actions.filter((action) => action.startsWith("turn_"))).toHaveLength(1);
    expect(new Set(actions).size).toBe(2);
    for (const [place, action] of actions.entries()) seen.add(`${place} ${action}`);
  }
  for (const action of LivenessAction.options) for (const place of [0, 1]) expect(seen).toContain(`${place} ${action}`);
});

test("colours come four in a row, no two neighbours alike; without them one more motion is asked for", () => {
  const random = walk();
  for (let i = 0; i < 100; i++) {
    const { colours } = drawChallenge(random);
    expect(colours).toHaveLength(4);
    for (let k = 1; k < colours.length; k++) expect(colours[k]).not.toBe(colours[k - 1]);
    const plain = drawChallenge(random, { colours: false });
    expect(plain.colours).toEqual([]);
    expect(new Set(plain.actions).size).toBe(3);
  }
});
