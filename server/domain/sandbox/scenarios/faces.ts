import type { Scenario } from "@/server/domain/sandbox/scenario";
import { type FacePair, facePair, poor, withDocument, withLive } from "@/server/domain/sandbox/sound-faces";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

function seen(title: string, faces: () => FacePair, reasons: readonly string[], live = true): Scenario {
  const expect = { decision: live ? ("review" as const) : ("accepted" as const), reasons };
  return { kind: "seen", title, see: (today) => soundSight(today, { faces: faces() }), expect };
}

const same = () => facePair(0.93);
const parts = [
  ["face_too_small", "size", "too small"],
  ["face_blurred", "sharpness", "blurred"],
  ["face_badly_lit", "exposure", "badly lit"],
  ["face_turned_away", "frontal", "turned away"],
] as const;

/** Faces that cannot be compared, on either side. */
export const faces: Readonly<Record<string, Scenario>> = {
  no_face_live: seen(
    "No face in the live picture that could be compared",
    () => withLive(same(), { faces: 0, template: undefined, quality: undefined }),
    ["face_unusable", "no_face_live"],
  ),
  no_face_other: seen(
    "No face on the document that could be compared",
    () => withDocument(same(), { faces: 0, template: undefined, quality: undefined }),
    ["face_unusable", "no_face_other"],
  ),
  several_faces_matched: seen(
    "Two people in the live picture; the larger face is compared",
    () => withLive(same(), { faces: 2 }),
    ["several_faces"],
    false,
  ),
  face_model_differs: seen(
    "Faces measured by different models",
    () => withDocument(same(), { model: { ...same().document.model, sha256: "1".repeat(64) } }),
    ["face_model_differs"],
  ),
  face_model_uncalibrated: seen("Faces measured by a model that was never calibrated", () => {
    const model = { id: "sandbox-uncalibrated", version: "0", sha256: "0".repeat(64) };
    return withLive(withDocument(same(), { model }), { model });
  }, ["face_model_uncalibrated"]),
  ...Object.fromEntries(
    parts.flatMap(([code, part, words]) => [
      [
        `${code}_live`,
        seen(`A live face that is ${words}`, () => withLive(same(), { quality: poor(part) }), [`${code}_live`]),
      ],
      [
        `${code}_other`,
        seen(`A portrait that is ${words}`, () => withDocument(same(), { quality: poor(part) }), [`${code}_other`]),
      ],
    ]),
  ),
};
