import { parseColour } from "../colour";
import { smoothstep } from "./curve";
import { valueNoise } from "./noise";
import type { Lighting } from "./person";

/** What is behind the person: a plain studio sheet, or a room out of focus. */
export interface Backdrop {
  readonly kind: "sheet" | "room";
  readonly colour: string;
  readonly seed?: number;
}

/**
 * Linear colour of the background at pixel x, y, written to `out`. It stands too far away for a screen's glow to matter
 * much.
 */
export function backdropColour(
  backdrop: Backdrop,
  light: Lighting,
  width: number,
  height: number,
): (x: number, y: number, out: Float32Array) => void {
  const base = parseColour(backdrop.colour);
  const seed = backdrop.seed ?? 1;
  const level = 0.55 * light.strength + 0.65 * light.ambient;
  const warm = [0.5, 0.36, 0.22];
  const glow = parseColour(light.screen?.colour ?? "#000000");
  const thrown = (light.screen?.strength ?? 0) * 0.06;
  const room = backdrop.kind === "room";
  return (x, y, out) => {
    const u = x / width;
    const v = y / height;
    const shade = level * (1.04 - 0.2 * v - 0.12 * (u - 0.5) * Math.sign(light.azimuth || 1));
    const blot = room ? valueNoise(u * 3.1, v * 2.3, seed) : 0;
    const shelf = room ? smoothstep(0.45, 0.6, valueNoise(u * 6, v * 1.4 + 4, seed + 1)) : 0;
    for (let c = 0; c < 3; c++) {
      const tone = room ? base[c] * (0.45 + 0.8 * blot) * (1 - 0.55 * shelf) + warm[c] * 0.16 * shelf : base[c];
      out[c] = tone * (shade + thrown * glow[c]);
    }
  };
}
