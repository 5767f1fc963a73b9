import { mixHex } from "../colour";
import { type Random, seededRandom } from "../random";
import { clamp } from "./curve";
import type { BeardStyle, Face, FaceShape, HairStyle } from "./person";

const skins = ["#f0cdb4", "#e8bd9c", "#dca684", "#c98f68", "#b57c52", "#9a653f", "#7d4e30", "#5f3a25", "#4a2c1d"];
const darkHair = ["#15100d", "#1e1510", "#2a1b12"];
const lightHair = ["#3b2417", "#5a3a22", "#7a5430", "#8f6a3c", "#ae8c5a", "#8e4a22"];
const greys = ["#77736e", "#96928c", "#b3b0aa"];
const cloths = ["#2e4a66", "#5b2f3c", "#39463a", "#6b6257", "#23262e", "#7a3b2a", "#4a5d73", "#8a8f94", "#563f66"];
const men: readonly HairStyle[] = ["short", "side-part", "receding", "buzz", "bald", "curly", "afro"];
const women: readonly HairStyle[] = ["long", "bob", "wavy", "bun", "fringe", "curly", "afro", "headscarf"];

/**
 * How far each measure of a head strays from 1 (or from 0 for angles): roughly twice what people do, so that drawn ones
 * differ.
 */
const spread: Readonly<Record<keyof FaceShape, readonly [centre: number, spread: number]>> = {
  faceWidth: [1, 0.085],
  jawWidth: [1, 0.122],
  chinWidth: [1, 0.195],
  chinLength: [1, 0.159],
  foreheadHeight: [1, 0.098],
  cheekbones: [1, 0.073],
  eyeSpacing: [1, 0.098],
  eyeSize: [1, 0.146],
  eyeOpening: [1, 0.244],
  eyeTilt: [0.03, 0.122],
  browHeight: [1, 0.159],
  browThickness: [1, 0.488],
  browTilt: [0.05, 0.159],
  browArch: [1, 0.732],
  noseLength: [1, 0.134],
  noseWidth: [1, 0.244],
  noseHeight: [1, 0.268],
  mouthWidth: [1, 0.171],
  lipFullness: [1, 0.39],
  mouthHeight: [1, 0.122],
  mouthCurve: [0.2, 0.61],
  earSize: [1, 0.171],
};

function randomShape(random: Random, sex: "M" | "F", boldness: number): FaceShape {
  const shape = Object.fromEntries(
    Object.entries(spread).map(([key, [centre, range]]) => [key, centre + boldness * range * random.between(-1, 1)]),
  ) as Record<keyof FaceShape, number>;
  shape.eyeOpening = Math.max(0.8, shape.eyeOpening);
  shape.mouthCurve = Math.max(-0.35, shape.mouthCurve);
  shape.browTilt = clamp(shape.browTilt, -0.12, 0.18);
  const lean = sex === "M" ? 1 : -1;
  shape.jawWidth += 0.05 * lean;
  shape.chinWidth += 0.06 * lean;
  shape.browThickness += 0.2 * lean;
  shape.browHeight -= 0.06 * lean;
  shape.lipFullness -= 0.1 * lean;
  shape.eyeSize -= 0.03 * lean;
  return shape;
}

/** A made-up face. The same seed gives the same face; `boldness` stretches how far it strays from the mean. */
export function randomFace(seed: number, sex: "M" | "F", boldness = 1): Face {
  const random = seededRandom(seed * 7919 + (sex === "M" ? 1 : 2));
  const tone = random.next() ** 1.25;
  const skin = skins[Math.floor(tone * skins.length)];
  const age = random.next() ** 1.3;
  const dark = tone > 0.45;
  const young = dark ? random.pick(darkHair) : random.pick([...lightHair, ...darkHair]);
  const hair = age > 0.62 && random.chance(0.75) ? random.pick(greys) : young;
  const style = random.pick((sex === "M" ? men : women).filter((s) => s !== "afro" || tone > 0.6));
  const beard: BeardStyle =
    sex === "M" ? random.pick(["none", "none", "stubble", "moustache", "goatee", "full"]) : "none";
  return {
    shape: randomShape(random, sex, boldness),
    colours: {
      skin,
      hair,
      eyes: dark
        ? random.pick(["#3a2214", "#2a1810", "#4a2c18"])
        : random.pick(["#5b7a8c", "#6b7f5a", "#7a5a34", "#4a3020", "#7d8f98"]),
      lips: mixHex(mixHex(skin, "#a03c3a", sex === "F" ? 0.62 : 0.45), "#5a2420", tone * 0.4),
    },
    hair: style,
    beard,
    age,
    freckles: !dark && random.chance(0.25) ? random.next() : 0,
    glasses: false,
    clothes: { colour: random.pick(cloths), neckline: random.pick(["crew", "v", "collar"]) },
    seed: random.integer(1, 1e6),
  };
}
