import type { LivenessEvidence } from "@/server/domain/liveness/evidence";
import { attackSignals, framesOf, genuineLiveness } from "@/server/domain/sandbox/genuine-liveness";
import type { Scenario, SeenScenario } from "@/server/domain/sandbox/scenario";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

const FACE = { size: 0.9, sharpness: 0.9, exposure: 0.9, frontal: 0.95, eyesOpen: 0.95 };
const DEEP = { turn: 26, residual: 0.11 };
const MOVING = framesOf(["still", "turn_left", "blink"]);

/** A sound document, and this before the camera. */
function seen(
  title: string,
  change: Partial<LivenessEvidence>,
  decision: "accepted" | "review" | "rejected",
  reasons: readonly string[],
  more: Partial<SeenScenario> = {},
): Scenario {
  const see = (today: string) => soundSight(today, { liveness: genuineLiveness(change) });
  return { kind: "seen", title, see, expect: { decision, reasons }, ...more };
}

/** What may stand before the camera instead of a live person. */
export const liveness: Readonly<Record<string, Scenario>> = {
  spoof_screen: seen("A picture shown on a screen", { signals: attackSignals("glow") }, "rejected", [
    "spoof_detected",
    "spoof_screen",
  ]),
  spoof_paper: seen("A printed picture", { signals: attackSignals("paper") }, "rejected", [
    "spoof_detected",
    "spoof_paper",
  ]),
  flat_picture: seen(
    "A picture that is moved before the camera",
    { frames: MOVING, depth: { turn: 26, residual: 0.02 } },
    "rejected",
    ["flat_picture"],
  ),
  no_face: seen("Nobody before the camera", { faces: 0, face: undefined, signals: {} }, "review", [
    "no_face",
    "liveness_not_shown",
  ]),
  no_signals: seen("Nothing that could be measured", { signals: {} }, "review", ["no_signals", "not_live"]),
  face_size_too_low: seen("A face too small to judge", { face: { ...FACE, size: 0.05 } }, "review", [
    "face_size_too_low",
  ]),
  face_sharpness_too_low: seen("A face too blurred to judge", { face: { ...FACE, sharpness: 0.02 } }, "review", [
    "face_sharpness_too_low",
  ]),
  face_exposure_too_low: seen("A face too dark to judge", { face: { ...FACE, exposure: 0.02 } }, "review", [
    "face_exposure_too_low",
  ]),
  frames_missing: seen("No frames, though motions were asked for", {}, "review", ["frames_missing"], {
    challenge: ["turn_left", "blink"],
  }),
  face_lost: seen(
    "A face that leaves the picture",
    { frames: MOVING.map((frame, i) => (i % 2 ? frame : { tMs: frame.tMs, faces: 0 })) },
    "review",
    ["face_lost"],
  ),
  several_faces: seen(
    "A second person in the picture",
    { frames: MOVING.map((frame, i) => (i === 4 ? { ...frame, faces: 2 } : frame)) },
    "review",
    ["several_faces"],
  ),
  frozen_frames: seen(
    "One picture sent again and again",
    { frames: MOVING.map((frame) => ({ ...frame, points: [1, 2, 3] })) },
    "review",
    ["frozen_frames"],
  ),
  turn_left_not_seen: seen(
    "No turn to the left",
    { frames: framesOf(["still", "blink", "turn_right", "blink"]) },
    "review",
    ["turn_left_not_seen"],
    { challenge: ["turn_left", "blink"] },
  ),
  turn_right_not_seen: seen(
    "No turn to the right",
    { frames: framesOf(["still", "blink", "turn_left", "blink"]) },
    "review",
    ["turn_right_not_seen"],
    { challenge: ["turn_right", "blink"] },
  ),
  blink_not_seen: seen(
    "No blink",
    { frames: framesOf(["still", "turn_left", "turn_right"]) },
    "review",
    ["blink_not_seen"],
    { challenge: ["turn_left", "blink"] },
  ),
  pose_not_seen: seen(
    "No turn of the head, where `hints.pose` asked for one",
    { frames: framesOf(["still", "blink"]) },
    "review",
    ["pose_not_seen"],
    { send: { hints: { pose: true } } },
  ),
  motion_not_checked: seen("Motions hinted at, and one picture sent", {}, "accepted", ["motion_not_checked"], {
    send: { hints: { pose: true, blink: true } },
  }),
  challenge_met: seen(
    "Motions done as asked, by a head with depth",
    { frames: MOVING, depth: DEEP },
    "accepted",
    ["challenge_met", "depth_seen"],
    {
      challenge: ["turn_left", "blink"],
    },
  ),
};
