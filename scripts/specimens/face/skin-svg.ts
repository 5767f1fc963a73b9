import { mixHex } from "../colour";
import { seededRandom } from "../random";
import { blob } from "./blob-svg";
import type { FacePlan } from "./landmarks";
import type { Face, Pose } from "./person";

/** Skin tone zones, shade in the hollows, nose, lines of age, freckles: everything painted below eyes and mouth. */
export function skinSvg(face: Face, plan: FacePlan, pose: Pose): string {
  const { skin } = face.colours;
  const red = mixHex(skin, "#b03a2a", 0.42);
  const deep = mixHex(skin, "#3a160c", 0.55);
  const light = mixHex(skin, "#ffe9d2", 0.4);
  const { eyeX, eyeY } = plan;
  const sides = [-1, 1].map((s) =>
    [
      blob([s * 0.58, 0.42], [0.3, 0.24], red, 0.42, 0.16),
      blob([s * eyeX * 0.94, eyeY - 0.06], [0.3, 0.17], deep, 0.32, 0.07),
      blob([s * eyeX * 0.62, eyeY + 0.02], [0.09, 0.16], deep, 0.4, 0.07),
      blob([s * eyeX, eyeY + 0.17], [0.21, 0.05], deep, 0.18 + 0.25 * face.age, 0.07),
    ].join(""),
  );
  return `<rect x="-2" y="-3" width="4" height="6" fill="${skin}"/>
${blob([0, plan.noseTip], [0.2, 0.17], red, 0.42, 0.16)}${blob([0, -0.7], [0.6, 0.25], light, 0.35, 0.2)}
${blob([0, plan.chinY - 0.2], [0.2, 0.12], red, 0.18, 0.16)}
${sides.join("")}<g filter="url(#soft1)">${noseLinesSvg(plan, deep)}${linesSvg(face, plan, pose, deep)}</g>
${blob([0, plan.noseBase - 0.35], [0.045, 0.3], light, 0.32, 0.06)}${blob([0, plan.noseBase - 0.16], [0.07, 0.06], light, 0.35, 0.06)}
${freckleSvg(face)}`;
}

function noseLinesSvg(plan: FacePlan, deep: string): string {
  const h = plan.noseHalf;
  const b = plan.noseBase;
  const side = (s: number) => `${blob([s * h * 0.62, b - 0.3], [0.05, 0.26], deep, 0.22, 0.06)}
<path d="M${s * h * 0.92} ${b - 0.2}Q${s * h * 1.14} ${b - 0.07} ${s * h * 0.84} ${b + 0.005}" fill="none" stroke="${deep}" stroke-width=".026" opacity=".5"/>
<path d="M${s * h * 0.2} ${b + 0.005}Q${s * h * 0.45} ${b - 0.075} ${s * h * 0.72} ${b - 0.012}Q${s * h * 0.5} ${b + 0.02} ${s * h * 0.2} ${b + 0.005}Z" fill="#2a0d0b" opacity=".6"/>`;
  return `${side(-1)}${side(1)}
<path d="M${-h * 0.8} ${b + 0.015}Q${-h * 0.4} ${b + 0.035} 0 ${b + 0.055}Q${h * 0.4} ${b + 0.035} ${h * 0.8} ${b + 0.015}" fill="none" stroke="${deep}" stroke-width=".05" opacity=".42"/>
<path d="M-.035 ${b + 0.09}L-.045 ${plan.mouthY - 0.11}M.035 ${b + 0.09}L.045 ${plan.mouthY - 0.11}" stroke="${deep}" stroke-width=".03" opacity=".2"/>`;
}

function linesSvg(face: Face, plan: FacePlan, pose: Pose, deep: string): string {
  const a = face.age;
  const fold = Math.min(0.75, 0.14 + 0.5 * a + 0.3 * pose.smile);
  const { noseHalf: h, eyeX, eyeY, mouthHalf: m, mouthY, browY } = plan;
  const line = (d: string, width: number, opacity: number) =>
    `<path d="${d}" fill="none" stroke="${deep}" stroke-width="${width}" opacity="${Math.max(0, opacity).toFixed(3)}" stroke-linecap="round"/>`;
  const crow = [-0.09, 0, 0.09].map(
    (dy) => `M${eyeX + plan.eyeHalf + 0.05} ${eyeY + dy * 0.5 - 0.01}l.14 ${dy * 1.3 - 0.01}`,
  );
  const forehead = [-0.56, -0.68, -0.8].map(
    (y, i) => `M${-0.46 + i * 0.04} ${y}Q-.2 ${y - 0.035} 0 ${y}T${0.46 - i * 0.05} ${y - 0.01}`,
  );
  const side = (s: number) => `<g transform="scale(${s} 1)">
${line(`M${h * 1.12} ${plan.noseBase - 0.1}Q${m * 1.2} ${plan.noseBase + 0.1} ${m * 1.22} ${mouthY + 0.04}`, 0.04, fold)}
${line(crow.join(""), 0.012, 0.6 * a)}
${line(`M${eyeX - 0.2} ${eyeY + 0.16}Q${eyeX} ${eyeY + 0.28} ${eyeX + 0.22} ${eyeY + 0.15}`, 0.022, 0.1 + 0.5 * a)}
${line(`M${m * 1.1} ${mouthY + 0.06}Q${m * 1.2} ${mouthY + 0.2} ${m * 1.02} ${mouthY + 0.34}`, 0.03, 0.55 * a)}</g>`;
  return `${side(-1)}${side(1)}${line(forehead.join(""), 0.018, 0.75 * a - 0.08)}
${line(`M-.07 ${browY}q.03 .06 .01 .13M.07 ${browY}q-.03 .06 -.01 .13`, 0.016, 0.6 * a)}`;
}

function freckleSvg(face: Face): string {
  const random = seededRandom(face.seed + 5);
  const colour = mixHex(face.colours.skin, "#6a2c10", 0.6);
  let dots = "";
  for (let i = 0; i < face.freckles * 160; i++) {
    const x = random.normal() * 0.42;
    const y = 0.28 + random.normal() * 0.2;
    dots += `<circle cx="${x.toFixed(3)}" cy="${y.toFixed(3)}" r="${random.between(0.006, 0.014).toFixed(4)}" opacity="${random.between(0.25, 0.6).toFixed(2)}"/>`;
  }
  const x = random.between(-0.7, 0.7);
  const y = random.between(0.3, 1.2);
  const mole = random.chance(0.35) ? `<circle cx="${x}" cy="${y}" r=".02" fill="#3a1a10" opacity=".75"/>` : "";
  return `<g fill="${colour}">${dots}</g>${mole}`;
}
