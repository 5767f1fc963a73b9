import type { Attack } from "@/scripts/specimens/videos/attacks/attack";

/** Codes of which one at least must be among the reasons, for an attack to be refused for what it is. */
export const EXPECTED_REASONS: Readonly<Record<Attack["expected"], readonly string[]>> = {
  flat: ["flat_picture"],
  print: ["flat_picture", "spoof_paper", "spoof_screen"],
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
