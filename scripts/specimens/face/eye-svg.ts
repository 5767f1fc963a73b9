import { mixHex } from "../colour";
import { seededRandom } from "../random";
import { blob } from "./blob-svg";
import type { FacePlan } from "./landmarks";
import type { Face, Pose } from "./person";

/** One eye in its own frame: origin at its centre, +x outward, head units. `outward` is 1 at image right. */
export function eyeSvg(face: Face, plan: FacePlan, pose: Pose, outward: -1 | 1): string {
  const { shape, colours } = face;
  const e = plan.eyeHalf;
  const outerY = -0.015 - Math.tan(shape.eyeTilt) * 2 * e;
  const squeeze = 1 - 0.18 * pose.smile;
  const upperOpen = 0.124 * shape.eyeOpening * shape.eyeSize * squeeze;
  const lower = 0.07 * shape.eyeOpening * shape.eyeSize * squeeze;
  const upper = -upperOpen * (1 - pose.blink) + lower * 1.5 * pose.blink;
  const lidDrop = 0.05 * Math.max(0, pose.gazeY) * (1 - pose.blink);
  const u = upper + lidDrop;
  const corner = `M${-e} 0.02`;
  const upperArc = `C${-0.5 * e} ${u * 1.2} ${0.4 * e} ${u * 1.32 + outerY * 0.5} ${e} ${outerY}`;
  const lowerArc = `C${0.55 * e} ${lower * 1.25 + outerY * 0.4} ${-0.45 * e} ${lower * 1.3} ${-e} 0.02`;
  const creaseY = -upperOpen * (1.42 - 0.2 * pose.blink) - 0.012 - 0.02 * (1 - face.age);
  const crease = `M${-0.86 * e} ${creaseY * 0.42}C${-0.4 * e} ${creaseY * 1.18} ${0.45 * e} ${creaseY * 1.2 + outerY * 0.6} ${1.08 * e} ${outerY * 1.2 - 0.015}`;
  const skinDark = mixHex(colours.skin, "#2a0f08", 0.62);
  const lash = mixHex(mixHex(colours.hair, "#120a08", 0.75), skinDark, face.age * 0.35);
  const id = outward > 0 ? "r" : "l";
  const open = pose.blink < 0.93;
  return `<g transform="translate(${outward * plan.eyeX} ${plan.eyeY}) scale(${outward} 1)">
<path d="${crease}" fill="none" stroke="${skinDark}" stroke-width=".026" opacity="${0.3 * (1 - 0.85 * pose.blink)}"/>
<path d="${crease}" fill="none" stroke="${skinDark}" stroke-width=".009" opacity="${0.6 * (1 - 0.8 * pose.blink)}"/>
${pose.blink > 0.3 ? blob([0, -upperOpen * 0.35], [e * 0.8, upperOpen * 0.5], mixHex(colours.skin, "#ffe2cc", 0.3), 0.5 * pose.blink, 0.05) : ""}
${open ? eyeballSvg(face, pose, outward, id, `${corner}${upperArc}${lowerArc}Z`, `${corner}${upperArc}`, e) : ""}
<path d="${corner}${lowerArc.replace(/^C/, `M${e} ${outerY}C`)}" fill="none" stroke="${skinDark}" stroke-width=".012" opacity="${0.55 * (1 - pose.blink)}"/>
<path d="${corner}${upperArc}" fill="none" stroke="${lash}" stroke-width="${0.024 - 0.006 * face.age - 0.006 * pose.blink}" stroke-linecap="round"/>
${lashesSvg(face, e, u, outerY, lash, 1 - 1.7 * pose.blink)}
<ellipse cx="${-e - 0.012}" cy=".022" rx=".02" ry=".012" fill="${mixHex(colours.skin, "#b8524a", 0.5)}" opacity=".8"/>
</g>`;
}

function eyeballSvg(
  face: Face,
  pose: Pose,
  outward: number,
  id: string,
  almond: string,
  lid: string,
  e: number,
): string {
  const { colours } = face;
  const r = 0.096;
  const ix = outward * pose.gazeX * e * 0.46;
  const iy = -0.024 + pose.gazeY * 0.045;
  return `<clipPath id="eye-${id}"><path d="${almond}"/></clipPath>
<g clip-path="url(#eye-${id})">
<rect x="-.4" y="-.3" width=".8" height=".6" fill="#d3c9c0"/>
${blob([-e * 0.9, 0], [0.09, 0.1], "#c98f82", 0.45, 0.04)}${blob([e, 0], [0.09, 0.1], "#a98578", 0.4, 0.04)}
<circle cx="${ix}" cy="${iy}" r="${r}" fill="${mixHex(colours.eyes, "#0a0706", 0.75)}"/>
<circle cx="${ix}" cy="${iy}" r="${r * 0.93}" fill="url(#iris)"/>
${irisRays(face, ix, iy, r)}
<circle cx="${ix}" cy="${iy}" r="${r * 0.42}" fill="#070505"/>
<path d="${lid}" fill="none" stroke="#1a0c08" stroke-width=".05" opacity=".35"/><path d="${lid}" fill="none" stroke="#1a0c08" stroke-width=".09" opacity=".3"/>
<ellipse cx="${ix - outward * 0.026}" cy="${iy - 0.034}" rx=".019" ry=".017" fill="#fff" opacity=".92"/>
<ellipse cx="${ix + outward * 0.035}" cy="${iy + 0.034}" rx=".013" ry=".01" fill="#fff" opacity=".25"/>
</g>`;
}

function irisRays(face: Face, cx: number, cy: number, r: number): string {
  const random = seededRandom(face.seed + 31);
  let path = "";
  for (let i = 0; i < 26; i++) {
    const a = (i / 26) * 2 * Math.PI + random.between(-0.1, 0.1);
    const inner = r * random.between(0.42, 0.55);
    const outer = r * random.between(0.75, 0.92);
    path += `M${(cx + Math.cos(a) * inner).toFixed(4)} ${(cy + Math.sin(a) * inner).toFixed(4)}L${(cx + Math.cos(a) * outer).toFixed(4)} ${(cy + Math.sin(a) * outer).toFixed(4)}`;
  }
  return `<path d="${path}" stroke="${mixHex(face.colours.eyes, "#fff4d8", 0.45)}" stroke-width=".006" opacity=".5"/>`;
}

function lashesSvg(face: Face, e: number, upper: number, outerY: number, colour: string, lift: number): string {
  const random = seededRandom(face.seed + 77);
  let path = "";
  for (let i = 0; i < 17; i++) {
    const t = 0.25 + (0.75 * i) / 16;
    const s = 1 - t;
    const x = -e * s ** 3 - 0.5 * e * 3 * s * s * t + 0.4 * e * 3 * s * t * t + e * t ** 3;
    const y =
      0.02 * s ** 3 + upper * 1.2 * 3 * s * s * t + (upper * 1.32 + outerY * 0.5) * 3 * s * t * t + outerY * t ** 3;
    const length = random.between(0.018, 0.032) * (0.6 + 0.6 * t);
    const rise = -length * lift;
    path += `M${x.toFixed(4)} ${y.toFixed(4)}q${(length * 0.3 * t).toFixed(4)} ${(rise * 0.4).toFixed(4)} ${(length * (0.2 + 0.8 * t)).toFixed(4)} ${rise.toFixed(4)}`;
  }
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width=".007" opacity=".75"/>`;
}
