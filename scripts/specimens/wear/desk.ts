import type { Image } from "@/server/vision/types";
import { byteFromLinear, parseColour } from "../colour";
import { valueNoise } from "../face/noise";
import { resizePicture } from "../picture";

export const deskKinds = ["oak", "walnut", "cloth", "marble", "slate"] as const;
export type DeskKind = (typeof deskKinds)[number];

type Tone = (u: number, v: number, seed: number) => number;

const wood =
  (stretch: number): Tone =>
  (u, v, seed) => {
    const bend = valueNoise(u * 2, v * 3, seed) * 0.6;
    const ring = valueNoise((v + bend * 0.12) * stretch, u * 1.5, seed + 1);
    return (
      0.55 +
      0.3 * ring +
      0.2 * valueNoise((v + bend * 0.1) * stretch * 7, u * 5, seed + 2) +
      0.05 * valueNoise(v * 600, u * 20, seed + 3)
    );
  };
const tones: Readonly<Record<DeskKind, readonly [colour: string, tone: Tone]>> = {
  oak: ["#b88a5a", wood(22)],
  walnut: ["#6b452c", wood(16)],
  cloth: [
    "#5d6b78",
    (u, v, s) =>
      0.75 +
      0.14 * valueNoise(u * 420, v * 60, s) +
      0.14 * valueNoise(u * 60, v * 420, s + 1) +
      0.2 * (valueNoise(u * 3, v * 3, s + 2) - 0.5),
  ],
  marble: [
    "#d6d3cd",
    (u, v, s) => {
      const w = valueNoise(u * 9, v * 9, s) + 0.5 * valueNoise(u * 30, v * 30, s + 4);
      return (
        0.93 +
        0.07 * valueNoise(u * 14, v * 14, s + 2) -
        0.16 * Math.max(0, 1 - Math.abs(valueNoise(u * 7 + w, v * 5 - w, s + 1) - 0.5) * 16)
      );
    },
  ],
  slate: [
    "#3c4146",
    (u, v, s) => 0.8 + 0.25 * valueNoise(u * 40, v * 40, s) + 0.12 * valueNoise(u * 300, v * 300, s + 1),
  ],
};

/** The table a document lies on. Drawn at a quarter of the size, for speed: a table is out of focus anyway. */
export async function drawDesk(width: number, height: number, kind: DeskKind, seed: number): Promise<Image> {
  const [hex, tone] = tones[kind];
  const colour = parseColour(hex);
  const w = Math.max(64, Math.round(width / 4));
  const h = Math.max(64, Math.round(height / 4));
  const data = new Uint8Array(w * h * 3);
  for (let y = 0, i = 0; y < h; y++) {
    for (let x = 0; x < w; x++, i += 3) {
      const t = tone(x / w, y / w, seed);
      for (let c = 0; c < 3; c++) data[i + c] = byteFromLinear(colour[c] * t);
    }
  }
  return resizePicture({ width: w, height: h, data }, width, height);
}
