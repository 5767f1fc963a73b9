import { actSeconds, faceScene } from "../face-scene";
import type { Attack } from "./attack";

/** One second of the victim sitting still, over and over. */
export const loop: Attack = {
  id: "loop",
  title: "A short film that repeats",
  expected: "loop",
  stored: true,
  film: async (setting) => {
    const once = faceScene(setting.victim, [{ act: "blink", seconds: 1.5 }], setting);
    return { seconds: actSeconds(setting.acts), frame: (t) => once.frame(t % 1.5) };
  },
};

/** A single frame, bit for bit. */
export const frozen: Attack = {
  id: "frozen",
  title: "One frame that stands still",
  expected: "frozen",
  stored: true,
  film: async (setting) => {
    const still = await faceScene(setting.victim, [{ act: "still", seconds: 1 }], setting).frame(0);
    return { seconds: actSeconds(setting.acts), frame: async () => still };
  },
};
