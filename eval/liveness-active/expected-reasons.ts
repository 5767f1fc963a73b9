import type { Attack } from "@/scripts/specimens/videos/attacks/attack";

/** Codes of which one at least must be among the reasons, for an attack to be refused for what it is. */
const EXPECTED_REASONS: Readonly<Record<Attack["expected"], readonly string[]>> = {
  print: ["flat_picture", "spoof_paper"],
  screen_picture: ["flat_picture", "spoof_screen"],
  screen: ["spoof_screen"],
  loop: ["looped_frames"],
  frozen: ["frozen_frames"],
  wrong_order: ["wrong_order"],
  too_early: ["answered_too_early"],
  several_faces: ["several_faces"],
  another_person: ["another_person"],
  no_answer: [
    "turn_left_not_seen",
    "turn_right_not_seen",
    "look_up_not_seen",
    "blink_not_seen",
    "gaze_left_not_seen",
    "gaze_right_not_seen",
    "come_nearer_not_seen",
  ],
  virtual_camera: ["virtual_camera"],
};

/** Codes that call the attack something that it is not. */
const WRONG_REASONS: Readonly<Partial<Record<Attack["expected"], readonly string[]>>> = {
  print: ["spoof_screen"],
  screen_picture: ["spoof_paper"],
  screen: ["spoof_paper"],
};

/** Whether an attack was refused for what it is, and called nothing else. `codes` are those of the verdict's reasons. */
export function rightReason(expected: Attack["expected"], codes: readonly string[]): boolean {
  const wrong = WRONG_REASONS[expected] ?? [];
  return EXPECTED_REASONS[expected].some((code) => codes.includes(code)) && !wrong.some((code) => codes.includes(code));
}
