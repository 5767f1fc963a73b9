import type { FaceReport } from "@/components/capture/vision/face-report";

export type FaceHint =
  | "search"
  | "several"
  | "closer"
  | "farther"
  | "centre"
  | "dark"
  | "bright"
  | "blur"
  | "straight"
  | "good";

/** Where the oval stands in the frame, and when a face in it is good enough for the portrait. Shares of the frame. */
export const FACE_POLICY = {
  oval: { x: 0.5, y: 0.46, width: 0.62, height: 0.68 },
  /** Width of the face over the width of the oval. */
  sizeMin: 0.6,
  sizeMax: 1.1,
  offCentreX: 0.1,
  offCentreY: 0.13,
  lightMin: 45,
  lightMax: 225,
  sharpnessMin: 12,
  yawMax: 12,
  pitchMax: 25,
  rollMax: 15,
} as const;

/** The one thing to say about this frame: the first that is wrong, or that it is good. */
export function faceHint(report: FaceReport): FaceHint {
  const { face, faces } = report;
  const policy = FACE_POLICY;
  if (!face) return "search";
  if (faces > 1) return "several";
  const size = face.box.width / policy.oval.width;
  if (size < policy.sizeMin) return "closer";
  if (size > policy.sizeMax) return "farther";
  const offX = Math.abs(face.box.x + face.box.width / 2 - policy.oval.x);
  const offY = Math.abs(face.box.y + face.box.height / 2 - policy.oval.y);
  if (offX > policy.offCentreX || offY > policy.offCentreY) return "centre";
  if (face.light < policy.lightMin) return "dark";
  if (face.light > policy.lightMax) return "bright";
  const turned = Math.abs(face.yaw) > policy.yawMax || Math.abs(face.pitch) > policy.pitchMax;
  if (turned || Math.abs(face.roll) > policy.rollMax) return "straight";
  return face.sharpness < policy.sharpnessMin ? "blur" : "good";
}
