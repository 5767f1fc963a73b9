import { mixHex } from "../colour";
import { seededRandom } from "../random";
import type { FacePlan } from "./landmarks";
import type { Face } from "./person";

/** Eyebrows and beard, hair by hair. */
export function browSvg(face: Face, plan: FacePlan, outward: -1 | 1): string {
  const { shape } = face;
  const random = seededRandom(face.seed + 11);
  const inner = -0.2;
  const length = 0.54;
  const thick = 0.06 * shape.browThickness;
  const colour = mixHex(face.colours.hair, "#1a100c", face.age > 0.7 ? 0.1 : 0.35);
  const ridge = (t: number) =>
    -Math.tan(shape.browTilt) * t * length - 0.085 * shape.browArch * Math.sin(Math.PI * Math.min(1, t * 0.85));
  let strokes = "";
  for (let i = 0; i < 150; i++) {
    const t = random.next();
    const spread = thick * (t < 0.15 ? 0.75 + t : 1 - (0.72 * Math.max(0, t - 0.3)) / 0.7);
    const x = inner + t * length;
    const y = ridge(t) + random.between(-0.5, 0.6) * spread;
    const lean = 0.25 + 0.75 * t;
    const size = random.between(0.05, 0.085);
    strokes += `M${x.toFixed(4)} ${y.toFixed(4)}q${(size * 0.4).toFixed(4)} ${(-size * 0.5 * (1 - lean * 0.7)).toFixed(4)} ${(size * lean).toFixed(4)} ${(-size * (0.75 - lean * 0.75) + ridge(Math.min(1, t + 0.08)) - ridge(t)).toFixed(4)}`;
  }
  return `<g transform="translate(${outward * plan.eyeX} ${plan.browY}) scale(${outward} 1)">
<path d="M${inner} ${ridge(0) + 0.01}Q${inner + length * 0.5} ${ridge(0.5) * 1.15} ${inner + length} ${ridge(1) + 0.02}" fill="none" stroke="${colour}" stroke-width="${thick * 1.25}" opacity=".2" stroke-linecap="round"/><path d="M${inner} ${ridge(0) + 0.01}Q${inner + length * 0.5} ${ridge(0.5) * 1.15} ${inner + length} ${ridge(1) + 0.02}" fill="none" stroke="${colour}" stroke-width="${thick * 0.7}" opacity=".25" stroke-linecap="round"/>
<path d="${strokes}" fill="none" stroke="${colour}" stroke-width=".0095" opacity=".7" stroke-linecap="round"/></g>`;
}

/** Where a beard grows: density 0…1 at a point of the face. */
function beardDensity(face: Face, plan: FacePlan, x: number, y: number): number {
  const ax = Math.abs(x);
  const lip = ax < plan.mouthHalf * 1.12 && y > plan.mouthY - 0.09 && y < plan.mouthY + 0.13;
  const moustache = ax < 0.46 && y > plan.noseBase + 0.06 + ax * 0.12 && y < plan.mouthY - 0.07 + ax * 0.28 ? 1 : 0;
  const goatee = ax < 0.3 && y > plan.mouthY + 0.16 ? 1 : 0;
  const jaw = y > 0.25 + (0.95 - ax) * 1.75 || (y > plan.mouthY + 0.14 && ax < 0.7) ? 1 : 0;
  if (lip && !moustache) return 0;
  if (face.beard === "moustache") return moustache;
  if (face.beard === "goatee")
    return Math.max(moustache, goatee, ax > 0.3 && ax < 0.45 && y > plan.mouthY - 0.1 ? 0.9 : 0);
  return Math.max(moustache, jaw, ax < 0.1 && y > plan.mouthY + 0.13 ? 0.8 : 0);
}

export function beardSvg(face: Face, plan: FacePlan): string {
  if (face.beard === "none") return "";
  const stubble = face.beard === "stubble";
  const random = seededRandom(face.seed + 19);
  const colour = mixHex(face.colours.hair, "#15100e", 0.25);
  const groups = ["", ""];
  for (let i = 0; i < 5200; i++) {
    const x = random.between(-1, 1);
    const y = random.between(0.1, plan.chinY);
    if (!random.chance(beardDensity(face, plan, x, y))) continue;
    const size = stubble ? 0.014 : random.between(0.05, 0.1);
    const lean = x * 0.5 + random.between(-0.25, 0.25);
    groups[i & 1] +=
      `M${x.toFixed(3)} ${y.toFixed(3)}q${(lean * size * 0.2).toFixed(4)} ${(size * 0.5).toFixed(4)} ${(lean * size).toFixed(4)} ${size.toFixed(4)}`;
  }
  const opacity = stubble ? 0.42 : 0.62;
  const width = stubble ? 0.01 : 0.013;
  const under = stubble
    ? ""
    : `<path d="${groups[0]}" fill="none" stroke="${colour}" stroke-width=".07" opacity=".12"/>`;
  return `${under}<path d="${groups[0]}" fill="none" stroke="${colour}" stroke-width="${width}" opacity="${opacity}"/>
<path d="${groups[1]}" fill="none" stroke="${mixHex(colour, face.colours.skin, 0.25)}" stroke-width="${width}" opacity="${opacity}"/>`;
}
