import { mixHex } from "../colour";
import { blob } from "./blob-svg";
import type { FacePlan } from "./landmarks";
import type { Face, Pose } from "./person";

/** Lips with a cupid's bow; open, they part over teeth and shade. Origin at the middle of the mouth. */
export function mouthSvg(face: Face, plan: FacePlan, pose: Pose): string {
  const { shape, colours } = face;
  const m = plan.mouthHalf * (1 + 0.14 * pose.smile);
  const up = 0.088 * shape.lipFullness * (1 - 0.25 * face.age) * (1 - 0.2 * pose.smile);
  const down = 0.125 * shape.lipFullness * (1 - 0.2 * face.age) * (1 - 0.12 * pose.smile);
  const corner = -0.05 * shape.mouthCurve - 0.075 * pose.smile;
  const gap = 0.16 * pose.mouthOpen;
  const lowerY = down + gap;
  const lip = mixHex(colours.skin, colours.lips, 0.72);
  const dark = mixHex(colours.lips, "#2a0a08", 0.55);
  const line = mixHex(colours.lips, "#1c0605", 0.82);
  const upperEdge = `C${-m * 0.66} ${corner * 0.5 - up * 0.45} ${-m * 0.34} ${-up * 1.08} ${-m * 0.16} ${-up}C${-m * 0.08} ${-up * 0.96} ${-m * 0.04} ${-up * 0.8} 0 ${-up * 0.78}C${m * 0.04} ${-up * 0.8} ${m * 0.08} ${-up * 0.96} ${m * 0.16} ${-up}C${m * 0.34} ${-up * 1.08} ${m * 0.66} ${corner * 0.5 - up * 0.45} ${m} ${corner}`;
  const midUpper = `C${m * 0.6} ${corner * 0.2 + 0.006} ${m * 0.25} -.012 0 .01C${-m * 0.25} -.012 ${-m * 0.6} ${corner * 0.2 + 0.006} ${-m} ${corner}`;
  const lowerEdge = `C${m * 0.72} ${corner * 0.35 + lowerY * 0.62} ${m * 0.36} ${lowerY * 1.04} 0 ${lowerY}C${-m * 0.36} ${lowerY * 1.04} ${-m * 0.72} ${corner * 0.35 + lowerY * 0.62} ${-m} ${corner}`;
  const midLower = `C${-m * 0.6} ${corner * 0.2 + gap * 0.8} ${-m * 0.25} ${gap} 0 ${gap + 0.006}C${m * 0.25} ${gap} ${m * 0.6} ${corner * 0.2 + gap * 0.8} ${m} ${corner}`;
  const start = `M${-m} ${corner}`;
  return `<g transform="translate(0 ${plan.mouthY})">
<path d="${start}${upperEdge}${lowerEdge}Z" fill="${mixHex(colours.skin, colours.lips, 0.4)}" opacity=".6" filter="url(#soft1)"/>
<path d="${start}${midLower}${lowerEdge}Z" fill="${lip}"/>
<path d="${start}${upperEdge}${midUpper}Z" fill="${mixHex(lip, dark, 0.3)}"/>
${gap > 0.01 ? openingSvg(`M${m} ${corner}${midUpper}${midLower}Z`, gap, m) : ""}
${blob([0, gap + down * 0.5], [m * 0.42, down * 0.2], "#ffffff", 0.18, 0.025)}
<path d="M${m} ${corner}${midUpper}" fill="none" stroke="${line}" stroke-width=".016" opacity=".8" stroke-linecap="round"/>
<path d="M${m} ${corner}${midUpper}" fill="none" stroke="${line}" stroke-width=".034" opacity=".25"/>
<path d="${start}${upperEdge}" fill="none" stroke="${mixHex(colours.skin, "#fff", 0.25)}" stroke-width=".014" opacity=".25" transform="translate(0 -.016)"/>
${blob([-m - 0.01, corner], [0.03, 0.024], dark, 0.45, 0.025)}${blob([m + 0.01, corner], [0.03, 0.024], dark, 0.45, 0.025)}
${blob([0, lowerY + 0.06], [m * 0.5, 0.04], dark, 0.3, 0.06)}
</g>`;
}

function openingSvg(path: string, gap: number, m: number): string {
  return `<path d="${path}" fill="#2a0b0a"/>
<clipPath id="opening"><path d="${path}"/></clipPath>
<g clip-path="url(#opening)"><rect x="${-m * 0.7}" y="-.05" width="${m * 1.4}" height="${0.05 + gap * 0.42}" rx=".03" fill="#e6ded0"/>
<ellipse cx="0" cy="${gap * 1.05}" rx="${m * 0.5}" ry="${gap * 0.4}" fill="#8f3a38"/></g>`;
}
