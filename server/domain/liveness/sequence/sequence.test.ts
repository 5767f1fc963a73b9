import { describe, expect, test } from "vitest";
import { LivenessAction, type LivenessColour } from "@/server/contract/liveness-challenge";
import type { FrameEvidence } from "@/server/domain/liveness/evidence";
import { motionTimes } from "@/server/domain/liveness/sequence/find-motions";
import { judgeAnswer } from "@/server/domain/liveness/sequence/judge-answer";
import { judgeContinuity } from "@/server/domain/liveness/sequence/judge-continuity";
import { judgeReflection } from "@/server/domain/liveness/sequence/judge-reflection";

const REST: Omit<FrameEvidence, "tMs"> = {
  faces: 1,
  yaw: 1,
  pitch: -12,
  eyeOpenness: 0.35,
  gaze: 0.03,
  eyeDistance: 80,
};
const CHANGES: Readonly<Record<LivenessAction, Partial<FrameEvidence>>> = {
  turn_left: { yaw: 22 },
  turn_right: { yaw: -22 },
  look_up: { pitch: 6 },
  blink: { eyeOpenness: 0.1 },
  gaze_left: { gaze: 0.13 },
  gaze_right: { gaze: -0.08 },
  come_nearer: { eyeDistance: 108 },
};

/** Each act a second and a half of five frames a second: rest, the motion, rest. */
function film(acts: readonly (LivenessAction | "still")[]): FrameEvidence[] {
  return acts.flatMap((act, n) =>
    Array.from({ length: 8 }, (_, i) => ({
      ...REST,
      tMs: (n * 8 + i) * 200,
      ...(act !== "still" && i >= 3 && i < 5 ? CHANGES[act] : {}),
    })),
  );
}
const codes = (actions: readonly LivenessAction[], acts: readonly (LivenessAction | "still")[], prompts?: number[]) =>
  judgeAnswer(film(acts), actions, prompts).map(({ code }) => code);

test.each(LivenessAction.options)("%s is seen once where it is made, and nowhere else", (action) => {
  const acts = LivenessAction.options;
  expect(motionTimes(film(acts), action)).toEqual([acts.indexOf(action) * 1600 + 600]);
});

describe("an answer", () => {
  test("at its turn is right, with prompts or by order alone", () => {
    for (const prompts of [undefined, [100, 1650]])
      expect(codes(["look_up", "gaze_left"], ["look_up", "gaze_left"], prompts)).toEqual([]);
  });

  test("in another order, too early, or not at all is named so", () => {
    expect(codes(["look_up", "blink"], ["blink", "look_up"], [100, 1650])).toEqual([
      "wrong_order",
      "answered_too_early",
    ]);
    expect(codes(["turn_left"], ["turn_left", "still"], [1650])).toEqual(["answered_too_early"]);
    expect(codes(["come_nearer"], ["blink"], [100])).toEqual(["come_nearer_not_seen"]);
  });
});

describe("one person", () => {
  test("throughout is right; another from the middle on is told with how like they are", () => {
    const same = film(["still"]).map((f) => ({ ...f, likeness: 0.97 }));
    expect(judgeContinuity(same)).toEqual([]);
    const swapped = same.map((f, i) => (i > 3 ? { ...f, likeness: 0.8 } : f));
    expect(judgeContinuity(swapped)).toMatchObject([{ code: "another_person", value: 0.8 }]);
  });

  test("who looks much like the first is told by the step between them; a likeness that falls and comes back is none", () => {
    const codes = (likeness: readonly number[]) =>
      judgeContinuity(likeness.map((one, i) => ({ ...REST, tMs: i * 500, likeness: one }))).map(({ code }) => code);
    expect(codes([0.99, 0.98, 0.97, 0.92, 0.91, 0.92])).toEqual(["another_person"]);
    expect(codes([0.91, 0.92, 0.91, 0.99, 0.98])).toEqual(["another_person"]);
    expect(codes([0.99, 0.92, 0.98, 0.97, 0.92, 0.98])).toEqual([]);
    expect(codes([0.99, 0.98, 0.95, 0.94, 0.94, 0.95])).toEqual([]);
    expect(codes([0.96, 0.95, 0.94, 0.93, 0.92, 0.91])).toEqual([]);
  });
});

describe("colours on the face", () => {
  const drawn: readonly LivenessColour[] = ["green", "red", "white", "blue"];
  const prompts = [0, 900, 1800, 2700];
  const AT: Readonly<Record<LivenessColour, readonly number[]>> = {
    red: [1, 0, 0],
    green: [0, 1, 0],
    blue: [0, 0, 1],
    white: [1, 1, 1],
  };
  const room = [0.32, 0.24, 0.19];
  const lit = (colours: readonly LivenessColour[], face: number, behind = 0, drift = 0): FrameEvidence[] =>
    colours.flatMap((colour, i) =>
      [0.4, 0.75].map((at) => {
        const light = (gain: number) => room.map((v, c) => v * (1 + gain * AT[colour][c]) * (1 + drift * i));
        return { ...REST, tMs: (i + at) * 900, light: { face: light(face), background: light(behind) } };
      }),
    );
  const outcome = (frames: readonly FrameEvidence[]) => judgeReflection(frames, drawn, prompts);

  test("in the drawn order are seen, also while the head moves through the light", () => {
    expect(outcome(lit(drawn, 0.08, 0.01))).toMatchObject({ outcome: "seen" });
    expect(outcome(lit(drawn, 0.08, 0.01, 0.06))).toMatchObject({ outcome: "seen" });
  });

  test("in another order are a film of another capture; on everything alike they are a tint", () => {
    const other = outcome(lit(["red", "blue", "green", "red"], 0.08));
    expect(other).toMatchObject({ outcome: "denied", reasons: [{ code: "reflection_wrong_order" }] });
    expect(outcome(lit(drawn, 0.08, 0.08))).toMatchObject({
      outcome: "denied",
      reasons: [{ code: "reflection_everywhere" }],
    });
  });

  test("that strong light hides, or of which too few frames came, say nothing", () => {
    expect(outcome(lit(drawn, 0.001))).toMatchObject({ outcome: "absent" });
    expect(outcome(lit(drawn, 0, 0, 0.1))).toMatchObject({ outcome: "absent" });
    expect(outcome(lit(drawn, 0.08).slice(0, 3))).toMatchObject({ outcome: "absent" });
    expect(judgeReflection(lit(drawn, 0.08), drawn, [])).toMatchObject({ outcome: "absent" });
  });
});
