import type { Image } from "@/server/vision/types";

/** A stretch of film: what the camera sees `t` seconds after its start, 0 ≤ t < seconds. */
export interface Scene {
  readonly seconds: number;
  readonly frame: (t: number) => Promise<Image>;
}

/** One after the other. */
export function joinScenes(scenes: readonly Scene[]): Scene {
  const seconds = scenes.reduce((sum, scene) => sum + scene.seconds, 0);
  return {
    seconds,
    frame: (t) => {
      let rest = t;
      for (const scene of scenes.slice(0, -1)) {
        if (rest < scene.seconds) return scene.frame(rest);
        rest -= scene.seconds;
      }
      return scenes[scenes.length - 1].frame(Math.min(rest, scenes[scenes.length - 1].seconds));
    },
  };
}

/** The sway of a hand that holds a camera: three slow sines that never repeat together. −1 … 1. */
export function sway(t: number, seed: number): number {
  return 0.5 * Math.sin(t * 1.7 + seed) + 0.3 * Math.sin(t * 3.1 + seed * 2.3) + 0.2 * Math.sin(t * 5.3 + seed * 4.1);
}
