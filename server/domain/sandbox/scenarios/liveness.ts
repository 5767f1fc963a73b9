import type { LivenessColour } from "@/server/contract/liveness-challenge";
import type { LivenessEvidence } from "@/server/domain/liveness/evidence";
import { attackSignals, framesOf, genuineLiveness } from "@/server/domain/sandbox/genuine-liveness";
import type { Scenario, SeenScenario } from "@/server/domain/sandbox/scenario";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

const FACE = { size: 0.9, sharpness: 0.9, exposure: 0.9, frontal: 0.95, eyesOpen: 0.95 };
const DEEP = { turn: 26, residual: 0.11, narrowing: 0.1, parallax: 0.4 };
const MOVING = framesOf(["still", "turn_left", "blink"]);

/** When the two motions of a challenge were shown, on the clock of the frames. */
const PROMPTED = { prompts: [1000, 2300] };
const LIT: readonly LivenessColour[] = ["red", "green", "blue", "white"];
const COLOURED = { prompts: [...PROMPTED.prompts, 3600, 4500, 5400, 6300] };

/** Motions done as asked, then colours: what the face reflects of them, and what is behind it. */
function coloured(
  title: string,
  face: readonly LivenessColour[],
  background: readonly LivenessColour[] | undefined,
  decision: "accepted" | "review",
  reason: string,
): Scenario {
  const frames = framesOf(["still", "turn_left", "blink", "still", "still", "still"]).map((frame) => {
    const phase = Math.floor((frame.tMs - 3600) / 900);
    return { ...frame, light: { face: lightOf(face[phase]), background: lightOf(background?.[phase]) } };
  });
  const asked = { challenge: ["turn_left", "blink"] as const, colours: LIT, report: COLOURED };
  return seen(title, { frames, depth: DEEP }, decision, [reason], asked);
}

/** Linear light of a room, and of a screen of this colour besides. */
function lightOf(colour: LivenessColour | undefined): number[] {
  return (["red", "green", "blue"] as const).map((part) => 0.3 + (colour === part || colour === "white" ? 0.06 : 0));
}

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
    { frames: MOVING, depth: { turn: 26, residual: 0.02, narrowing: 0.1, parallax: 0.03 } },
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
    { frames: MOVING.map((frame) => ({ ...frame, change: 0 })) },
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
    { challenge: ["turn_left", "blink"], report: PROMPTED },
  ),
  wrong_order: seen(
    "The motions that were asked for, in another order",
    { frames: framesOf(["still", "blink", "turn_left"]), depth: DEEP },
    "review",
    ["wrong_order"],
    { challenge: ["turn_left", "blink"], report: PROMPTED },
  ),
  answered_too_early: seen(
    "A motion that was made before it was asked for",
    { frames: framesOf(["turn_left", "still", "blink"]), depth: DEEP },
    "review",
    ["answered_too_early"],
    { challenge: ["turn_left", "blink"], report: PROMPTED },
  ),
  another_person: seen(
    "Another person from the middle on",
    { frames: MOVING.map((frame, i) => (i > 20 ? { ...frame, likeness: 0.78 } : frame)), depth: DEEP },
    "review",
    ["another_person"],
  ),
  virtual_camera: seen(
    "A program that calls itself a camera",
    { frames: MOVING, depth: DEEP },
    "review",
    ["virtual_camera"],
    { challenge: ["turn_left", "blink"], report: { ...PROMPTED, camera: { label: "OBS Virtual Camera" } } },
  ),
  reflection_seen: coloured("A face that reflects the colours shown", LIT, undefined, "accepted", "reflection_seen"),
  reflection_not_seen: coloured("Light too strong for colours", [], undefined, "accepted", "reflection_not_seen"),
  reflection_wrong_order: coloured(
    "A film from another day, with other colours",
    ["blue", "red", "green", "red"],
    undefined,
    "review",
    "reflection_wrong_order",
  ),
  reflection_everywhere: coloured("A film tinted as a whole", LIT, LIT, "review", "reflection_everywhere"),
};
