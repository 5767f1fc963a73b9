import type { LivenessEvidence } from "@/server/domain/liveness/evidence";

/** Below this a part of the face's quality is worth a word. */
const GOOD = 0.5;

/** What the person could do better, in plain words. */
export function pictureHints({ faces, face }: LivenessEvidence): string[] {
  if (faces === 0 || !face) return ["Hold your face in the middle of the picture."];
  const hints: string[] = [];
  if (faces > 1) hints.push("Be alone in the picture.");
  if (face.size < GOOD) hints.push("Come nearer to the camera.");
  if (face.sharpness < GOOD) hints.push("Hold still, and clean the lens.");
  if (face.exposure < GOOD) hints.push("Find softer light from the front.");
  if (face.frontal < GOOD) hints.push("Look straight at the camera.");
  if (face.eyesOpen < GOOD) hints.push("Keep your eyes open.");
  return hints;
}
