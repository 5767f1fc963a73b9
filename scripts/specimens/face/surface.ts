import { linearFromByte, mixColour, parseColour } from "../colour";
import { clamp, smoothstep } from "./curve";
import { type FaceTexture, textureWindow } from "./face-texture";
import { hairCuts } from "./hair-cuts";
import { valueNoise } from "./noise";
import type { Face } from "./person";

/**
 * What light does on a surface: r, g, b (linear), shine, and how far light creeps round the terminator.
 * Looks write into one array, because they run once a pixel.
 */
export type Surface = Float32Array;
export type Look = (x: number, y: number, angle: number, inside: boolean, out: Surface) => void;

/** Bilinear lookup of the painted face, darkened by fine mottling; sides and back take the tone of the edge. */
export function skinLook(face: Face, { width, height, data, scale }: FaceTexture): Look {
  return (x, y, angle, _inside, out) => {
    const tx = clamp((x - textureWindow.left) * scale - 0.5, 0, width - 1.001);
    const ty = clamp((y - textureWindow.top) * scale - 0.5, 0, height - 1.001);
    const x0 = Math.floor(tx);
    const y0 = Math.floor(ty);
    const fx = tx - x0;
    const fy = ty - y0;
    const i = (y0 * width + x0) * 3;
    const j = i + width * 3;
    const fine = valueNoise(x * 55, y * 55, face.seed + 1);
    const mottle = 0.95 + 0.06 * valueNoise(x * 9, y * 9 + angle, face.seed) + 0.045 * fine;
    for (let c = 0; c < 3; c++) {
      const top = linearFromByte(data[i + c]) * (1 - fx) + linearFromByte(data[i + c + 3]) * fx;
      const bottom = linearFromByte(data[j + c]) * (1 - fx) + linearFromByte(data[j + c + 3]) * fx;
      out[c] = mottle * (top * (1 - fy) + bottom * fy);
    }
    out[3] = 0.9 + 0.35 * fine;
    out[4] = 1;
  };
}

export function earLook(face: Face): Look {
  const colour = mixColour(parseColour(face.colours.skin), parseColour("#a03828"), 0.2);
  return (x, _y, _angle, _inside, out) => {
    const bowl = 1 - 0.5 * Math.exp(-(((Math.abs(x) - 0.45) / 0.25) ** 2));
    for (let c = 0; c < 3; c++) out[c] = colour[c] * bowl;
    out[3] = 0.4;
    out[4] = 1;
  };
}

/** Strand by strand: tone follows the hair's own direction round the head; tight curls have none. */
export function hairLook(face: Face): Look {
  const cut = hairCuts[face.hair];
  if (!cut || cut.cloth) return clothLook(face);
  const base = parseColour(face.colours.hair);
  const { seed } = face;
  const curls = cut.wave > 0.6;
  return (_x, y, angle, inside, out) => {
    const wave = cut.wave * (valueNoise(angle * 3, y * 4, seed + 4) - 0.5) * 0.8;
    const along = angle + (curls ? 0 : wave) + cut.slant * y * 0.5;
    const stretch = curls ? 8 : 0.7 + cut.wave * 2;
    const coarse = valueNoise(along * cut.frequency * 0.5, y * stretch, seed + 5);
    const fine = valueNoise(along * cut.frequency * (curls ? 1.3 : 3.2), y * stretch * 2, seed + 6);
    const finest = valueNoise(along * cut.frequency * (curls ? 3 : 9), y * stretch * 3, seed + 7);
    const part = cut.parting && Math.abs(angle - cut.parting) < 0.045 && y < -1.1 ? 0.35 : 0;
    const tone = clamp(0.38 * coarse + 0.34 * fine + 0.28 * finest - part, 0, 1);
    const level = (0.4 + 0.85 * smoothstep(0.15, 0.85, tone)) * (inside ? 0.3 : 1);
    for (let c = 0; c < 3; c++) out[c] = base[c] * level + (c === 0 ? 0.004 : 0.003) * tone;
    out[3] = 0.35 + 1.2 * fine * finest;
    out[4] = 0.4;
  };
}

function clothLook(face: Face): Look {
  const base = parseColour(face.clothes.colour);
  return (_x, y, angle, inside, out) => {
    const fold =
      valueNoise(angle * 4 + y * 1.3, y * 1.2, face.seed + 3) + 0.5 * valueNoise(angle * 9 - y * 2, y, face.seed);
    const weave = 0.95 + 0.1 * valueNoise(angle * 160, y * 90, face.seed);
    for (let c = 0; c < 3; c++) out[c] = base[c] * ((inside ? 0.25 : 0.62) + 0.32 * fold) * weave;
    out[3] = 0.06;
    out[4] = 0.6;
  };
}

/** Skin of the neck down to the neckline, then cloth with a seam. `y` is measured from the chin. */
export function bodyLook(face: Face): Look {
  const skin = mixColour(parseColour(face.colours.skin), parseColour("#5a2a18"), 0.12);
  const cloth = parseColour(face.clothes.colour);
  const trim = mixColour(cloth, [0.85, 0.86, 0.88], 0.85);
  const { neckline } = face.clothes;
  const shirt = neckline === "collar";
  const covered = hairCuts[face.hair]?.cloth;
  return (x, y, angle, _inside, out) => {
    const ax = Math.abs(angle) < 1.6 ? Math.abs(x) : 2;
    const line = neckline === "v" ? 0.95 - ax * 1.05 : shirt ? 0.74 - ax * 0.75 : 0.46 - ax * 0.12;
    const edge = covered ? 1 : y - Math.max(0.18, line);
    const isSkin = edge < 0;
    const flap = !isSkin && shirt && edge < 0.24 && ax < 0.95;
    const weave =
      0.92 + 0.12 * valueNoise(x * 60, y * 60, face.seed + 8) - 0.2 * valueNoise(x * 2.5, y * 1.2, face.seed + 2);
    const seam = shirt || edge > 0.09 || (edge > 0.035 && edge < 0.075) ? 1 : 0.78;
    const fold = flap && edge > 0.21 ? 0.6 : 1;
    const source = isSkin ? skin : flap ? trim : cloth;
    const tone = isSkin ? 0.93 + 0.07 * valueNoise(x * 8, y * 8, face.seed) : weave * seam * fold;
    for (let c = 0; c < 3; c++) out[c] = source[c] * tone;
    out[3] = isSkin ? 0.5 : 0;
    out[4] = isSkin ? 1 : 0.3;
  };
}
