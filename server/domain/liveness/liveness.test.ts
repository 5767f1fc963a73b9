import { expect, test } from "vitest";
import type { LivenessAction } from "@/server/contract/liveness-challenge";
import type { FrameEvidence, LivenessEvidence } from "@/server/domain/liveness/evidence";
import { judgeLiveness, type LivenessTask } from "@/server/domain/liveness/judge-liveness";
import { MEDIUM_SIGNALS } from "@/server/domain/liveness/name-medium";
import { PASSIVE_WEIGHTS } from "@/server/domain/liveness/passive-weights";
import { scorePassive } from "@/server/domain/liveness/score-passive";
import { motionTimes } from "@/server/domain/liveness/sequence/find-motions";
import { SIGNAL_TEXTS } from "@/server/domain/liveness/signal-texts";

/** Signals of an ordinary picture: every value at the median of genuine ones. */
const usual: Record<string, number> = {};
for (const { signals } of Object.values(PASSIVE_WEIGHTS)) {
  for (const { signal, transform, median } of signals) {
    usual[signal] = transform === "sqrt" ? median ** 2 : transform === "log" ? Math.exp(median) - 0.1 : median;
  }
}
const evidence = (change: Partial<LivenessEvidence> = {}): LivenessEvidence => ({
  faces: 1,
  face: { size: 1, sharpness: 1, exposure: 1, frontal: 1, eyesOpen: 1 },
  signals: usual,
  models: [],
  ...change,
});

/** A sequence at ten frames a second: yaw and eye openness by time. */
const frames = (yaws: readonly number[], eyes: readonly number[] = []): FrameEvidence[] =>
  yaws.map((yaw, i) => ({
    tMs: i * 100,
    faces: 1,
    yaw,
    pitch: 0,
    roll: 0,
    eyeOpenness: eyes[i] ?? 0.32,
    points: [i, yaw],
  }));
const TURN_LEFT = [0, 1, 0, 5, 12, 20, 26, 20, 8, 1, 0, 0];
const BLINK = [0.32, 0.32, 0.31, 0.32, 0.32, 0.3, 0.2, 0.12, 0.2, 0.31, 0.32, 0.32];
const deep = { turn: 26, residual: 0.11, narrowing: 0.1, parallax: 0.4 };
/** A challenge of motions alone, and a client that tells all it can. */
const asked = (actions: readonly LivenessAction[], prompts?: readonly number[]): LivenessTask => ({
  challenge: { id: "n", actions, colours: [] },
  report: {
    nonce: "n",
    camera: { label: "Camera", settings: { width: 1280, height: 720 } },
    frame_times: [0, 33, 66],
    ...(prompts && { prompts: [...prompts] }),
  },
});

test("an ordinary picture is live, with every signal explained", () => {
  const verdict = judgeLiveness(evidence());
  expect(verdict).toMatchObject({ is_live: true, spoof_type: "none", hints: [] });
  expect(verdict.confidence).toBeGreaterThan(0.8);
  expect(verdict.signals.map((s) => s.name).sort()).toEqual(Object.keys(usual).sort());
  for (const s of verdict.signals) expect(s.score, s.name).toBeGreaterThan(0.9);
});

test("each kind of attack is named by the cues that are its own", () => {
  const screen = { ...usual, red_spread: 26, blue_spread: 24, clipped_highlights: 0.2 };
  expect(judgeLiveness(evidence({ signals: screen }))).toMatchObject({ is_live: false, spoof_type: "screen" });
  const paper = { ...usual, saturation: 0.1, tone_range: 95, black_level: 70, frame_edges: 0.7, red_spread: 5 };
  expect(judgeLiveness(evidence({ signals: paper }))).toMatchObject({ is_live: false, spoof_type: "paper" });
  const dots = { ...usual, spectrum_peaks: 4.5, grain: 6, black_level: 75 };
  expect(judgeLiveness(evidence({ signals: dots }))).toMatchObject({ is_live: false, spoof_type: "paper" });
  const grid = { ...usual, spectrum_peaks: 4.5, grain: 6, black_level: 30 };
  expect(judgeLiveness(evidence({ signals: grid })).spoof_type).toBe("screen");
});

test("rows of pixels name a screen and turned dots a print, whatever the tones say", () => {
  const dull = { ...usual, saturation: 0.1, tone_range: 95, black_level: 70, frame_edges: 0.7 };
  const glowing = { ...usual, red_spread: 26, blue_spread: 24, clipped_highlights: 0.2 };
  for (const tones of [dull, glowing]) {
    const named = (pattern: Record<string, number>) =>
      judgeLiveness(evidence({ signals: { ...tones, ...pattern } })).spoof_type;
    expect(named({ pixel_grid: 2.2, print_dots: 1.6 })).toBe("screen");
    expect(named({ pixel_grid: 1.2, print_dots: 2.9 })).toBe("paper");
  }
  const faint = judgeLiveness(evidence({ signals: { ...glowing, pixel_grid: 0.2, print_dots: 0.9 } }));
  expect(faint.spoof_type).toBe("screen");
});

test("a cue further towards the attack never lowers its probability", () => {
  for (const model of Object.values(PASSIVE_WEIGHTS)) {
    for (const { signal, direction, weight } of model.signals) {
      expect(weight).toBeGreaterThanOrEqual(0);
      const at = (k: number) =>
        scorePassive(
          { ...usual, [signal]: usual[signal] + direction * k },
          { ...PASSIVE_WEIGHTS, pattern: model, paper: model, glow: model },
        );
      expect(at(0.5).attack).toBeGreaterThanOrEqual(at(0).attack - 1e-9);
    }
  }
});

test("no face, a poor face and no signals are never live, and say why", () => {
  const codes = (e: LivenessEvidence) => {
    const verdict = judgeLiveness(e);
    expect(verdict).toMatchObject({ is_live: false, spoof_type: "unknown" });
    return verdict.reasons.map((r) => r.code);
  };
  expect(codes(evidence({ faces: 0, face: undefined, signals: {} }))).toEqual(["no_face"]);
  expect(codes(evidence({ signals: {} }))).toEqual(["no_signals"]);
  const face = { size: 0.05, sharpness: 0.01, exposure: 1, frontal: 1, eyesOpen: 1 };
  expect(codes(evidence({ face }))).toEqual(["face_size_too_low", "face_sharpness_too_low"]);
});

test("hints say in plain words what to do better", () => {
  const face = { size: 0.3, sharpness: 0.9, exposure: 0.4, frontal: 0.9, eyesOpen: 0.2 };
  expect(judgeLiveness(evidence({ face, faces: 2 })).hints).toHaveLength(4);
});

test("a challenge done in order by a head with depth makes a verdict surer", () => {
  const yaws = [...TURN_LEFT, ...Array(12).fill(0)];
  const eyes = [...Array(12).fill(0.32), ...BLINK];
  const seen = evidence({ frames: frames(yaws, eyes), depth: deep });
  const verdict = judgeLiveness(seen, asked(["turn_left", "blink"], [100, 1300]));
  expect(verdict.is_live).toBe(true);
  expect(verdict.confidence).toBeGreaterThan(judgeLiveness(evidence()).confidence);
  expect(verdict.reasons.map((r) => r.code)).toEqual(expect.arrayContaining(["challenge_met", "depth_seen"]));
});

test.each([
  ["the wrong side", TURN_LEFT, ["turn_right"], "turn_right_not_seen"],
  ["the wrong order", [...Array(12).fill(0), ...TURN_LEFT], ["turn_left", "turn_right"], "turn_right_not_seen"],
  ["before anyone could have reacted", [0, 25, 25, 20, 8, 1, 0, 0], ["turn_left"], "answered_too_early"],
  ["no blink", TURN_LEFT, ["turn_left", "blink"], "blink_not_seen"],
] as const)("a challenge answered with %s is not live", (_, yaws, actions, code) => {
  const verdict = judgeLiveness(evidence({ frames: frames(yaws), depth: deep }), asked(actions));
  expect(verdict).toMatchObject({ is_live: false });
  expect(verdict.reasons.map((r) => r.code)).toContain(code);
});

test("a turn without depth is a flat picture, however well it answers", () => {
  const flat = { turn: 26, residual: 0.02, narrowing: 0.1, parallax: 0.03 };
  const verdict = judgeLiveness(evidence({ frames: frames(TURN_LEFT), depth: flat }), asked(["turn_left"]));
  expect(verdict).toMatchObject({ is_live: false, confidence: 0.9 });
  expect(["paper", "screen"]).toContain(verdict.spoof_type);
});

test("a picture that is tilted where a head should turn is flat; a head that turned too little is not", () => {
  const codes = (parallax: number, narrowing = 0.06) => {
    const depth = { turn: 6, residual: 0.03, narrowing, parallax };
    const still = evidence({ frames: frames(Array(12).fill(3)), depth });
    return judgeLiveness(still, asked(["turn_left"])).reasons.map((r) => r.code);
  };
  expect(codes(0.05)).toEqual(["flat_picture", "turn_left_not_seen"]);
  expect(codes(0.3)).toEqual(["turn_left_not_seen"]);
  expect(codes(0.01, 0.01)).toEqual(["turn_left_not_seen"]);
});

test("what contradicts a live person is named before the look of the picture, and what is missing last", () => {
  const paper = { ...usual, saturation: 0.1, tone_range: 95, black_level: 70, frame_edges: 0.7, red_spread: 5 };
  const crowd = frames(Array(12).fill(3)).map((f, i) => (i === 4 ? { ...f, faces: 2 } : f));
  const verdict = judgeLiveness(evidence({ frames: crowd, signals: paper }), asked(["turn_left"]));
  expect(verdict.reasons.map((r) => r.code)).toEqual(["several_faces", "spoof_paper", "turn_left_not_seen"]);
});

test("a face lost, a second face and a frozen picture are not live", () => {
  const codes = (f: FrameEvidence[]) => judgeLiveness(evidence({ frames: f })).reasons.map((r) => r.code);
  expect(codes(frames(TURN_LEFT).map((f, i) => (i % 2 ? f : { tMs: f.tMs, faces: 0 })))).toContain("face_lost");
  expect(codes(frames(TURN_LEFT).map((f, i) => (i === 4 ? { ...f, faces: 2 } : f)))).toContain("several_faces");
  expect(codes(frames(TURN_LEFT).map((f) => ({ ...f, change: 0 })))).toContain("frozen_frames");
});

test("motions that were drawn need frames; motions that were only hinted at do not", () => {
  expect(judgeLiveness(evidence(), asked(["blink"]))).toMatchObject({ is_live: false, spoof_type: "unknown" });
  const hinted = judgeLiveness(evidence(), { hints: { pose: true, blink: true } });
  expect(hinted.is_live).toBe(true);
  expect(hinted.reasons.map((r) => r.code)).toContain("motion_not_checked");
});

test("a hinted pose is a turn to either side", () => {
  const look = (yaws: readonly number[]) =>
    judgeLiveness(evidence({ frames: frames(yaws), depth: deep }), { hints: { pose: true } });
  expect(look(TURN_LEFT).is_live).toBe(true);
  expect(look(TURN_LEFT.map((y) => -y)).is_live).toBe(true);
  expect(look(Array(12).fill(2)).reasons.map((r) => r.code)).toContain("pose_not_seen");
});

test("a blink is eyes open, shut and open again; narrowing in a turn and shut eyes throughout are none", () => {
  expect(motionTimes(frames(Array(12).fill(0), BLINK), "blink")).toEqual([700]);
  expect(motionTimes(frames(Array(12).fill(30), BLINK), "blink")).toEqual([]);
  expect(motionTimes(frames(Array(12).fill(0), Array(12).fill(0.1)), "blink")).toEqual([]);
  expect(motionTimes(frames(Array(8).fill(0), BLINK.slice(0, 8)), "blink")).toEqual([]);
});

test("every signal that weighs or names has words, and no words are left over", () => {
  const named = [...Object.keys(usual), ...Object.keys(MEDIUM_SIGNALS)];
  expect(Object.keys(SIGNAL_TEXTS).sort()).toEqual(named.sort());
});
