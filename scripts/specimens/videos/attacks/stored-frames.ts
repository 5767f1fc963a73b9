import { actSeconds, faceScene, type Timed } from "../face-scene";
import type { Attack } from "./attack";

/** Two seconds of the victim moving a little, over and over. */
export const loop: Attack = {
  id: "loop",
  title: "A short film that repeats",
  expected: "loop",
  stored: true,
  film: async (setting) => {
    const once = faceScene(setting.victim, FILM, { ...setting, screen: undefined });
    return { seconds: actSeconds(setting.acts), frame: (t) => once.frame(t % actSeconds(FILM)) };
  },
};

const FILM: readonly Timed[] = [
  { act: "turn-left", seconds: 1.1 },
  { act: "blink", seconds: 1 },
];

/** A single frame, bit for bit. */
export const frozen: Attack = {
  id: "frozen",
  title: "One frame that stands still",
  expected: "frozen",
  stored: true,
  film: async (setting) => {
    const still = await faceScene(setting.victim, [{ act: "still", seconds: 1 }], {
      ...setting,
      screen: undefined,
    }).frame(0);
    return { seconds: actSeconds(setting.acts), frame: async () => still };
  },
};
