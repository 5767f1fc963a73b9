import sharp from "sharp";
import { mixHex } from "../colour";
import { eyeSvg } from "./eye-svg";
import { beardSvg, browSvg } from "./hair-svg";
import type { FacePlan } from "./landmarks";
import { mouthSvg } from "./mouth-svg";
import type { Face, Pose } from "./person";
import { skinSvg } from "./skin-svg";

/** The painted front of a head: RGB bytes over the window [−1.3, 1.3] × [−1.9, 2.0] head units. */
export interface FaceTexture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly scale: number;
}

export const textureWindow = { left: -1.3, top: -1.9, width: 2.6, height: 3.9 } as const;

function faceSvg(face: Face, plan: FacePlan, pose: Pose, scale: number): string {
  const { left, top, width, height } = textureWindow;
  const eye = face.colours.eyes;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="${left} ${top} ${width} ${height}">
<defs><filter id="soft1" x="-.3" y="-.3" width="1.6" height="1.6"><feGaussianBlur stdDeviation=".012"/></filter>
<radialGradient id="iris"><stop offset=".3" stop-color="${mixHex(eye, "#1a0e06", 0.6)}"/><stop offset=".62" stop-color="${mixHex(eye, "#fff2d0", 0.08)}"/><stop offset="1" stop-color="${mixHex(eye, "#0c0806", 0.55)}"/></radialGradient></defs>
${skinSvg(face, plan, pose)}${beardSvg(face, plan)}${mouthSvg(face, plan, pose)}
${eyeSvg(face, plan, pose, -1)}${eyeSvg(face, plan, pose, 1)}${browSvg(face, plan, -1)}${browSvg(face, plan, 1)}
${face.glasses ? glassesSvg(plan) : ""}</svg>`;
}

function glassesSvg(plan: FacePlan): string {
  const lens = (s: number) =>
    `<rect x="${s * plan.eyeX - 0.33}" y="-.2" width=".66" height=".48" rx=".17" fill="#bcd4e6" fill-opacity=".07" stroke="#1d1a1a" stroke-width=".035"/>`;
  return `${lens(-1)}${lens(1)}<path d="M${-plan.eyeX + 0.33} -.02Q0 -.1 ${plan.eyeX - 0.33} -.02M${plan.eyeX + 0.33} -.05L1.2 -.08M${-plan.eyeX - 0.33} -.05L-1.2 -.08" fill="none" stroke="#1d1a1a" stroke-width=".035"/>`;
}

const painted = new WeakMap<Face, Map<string, Promise<FaceTexture>>>();
const KEPT = 6;

/**
 * Paints the texture; `scale` is pixels per head unit. The last few of a face are kept: a film turns the head more than
 * it blinks.
 */
export function paintFace(face: Face, plan: FacePlan, pose: Pose, scale: number): Promise<FaceTexture> {
  const key = [scale, pose.blink, pose.gazeX, pose.gazeY, pose.mouthOpen, pose.smile].map((v) => v.toFixed(3)).join();
  const kept = painted.get(face) ?? new Map<string, Promise<FaceTexture>>();
  painted.set(face, kept);
  const known = kept.get(key);
  if (known) return known;
  const made = paint(faceSvg(face, plan, pose, scale), scale);
  kept.set(key, made);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return made;
}

async function paint(svg: string, scale: number): Promise<FaceTexture> {
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data, scale };
}
