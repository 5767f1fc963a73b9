import { describe, expect, it } from "vitest";
import {
  CHALLENGE_POLICY,
  type ChallengeAsked,
  type ChallengeProgress,
  challengeShare,
  followChallenge,
  startChallenge,
} from "@/components/capture/guidance/challenge-progress";
import type { FaceReport } from "@/components/capture/vision/face-report";
import { LivenessAction, type LivenessColour } from "@/server/contract/liveness-challenge";

const FACE = {
  box: { x: 0.3, y: 0.2, width: 0.4, height: 0.5 },
  yaw: 0,
  pitch: 0,
  roll: 0,
  eyes: 0.3,
  gaze: 0.02,
  span: 0.2,
  sharpness: 100,
  light: 120,
};
const report = (face: Partial<typeof FACE> = {}, faces = 1): FaceReport => ({ faces, face: { ...FACE, ...face } });

/** Plays reports 100 ms apart. */
function play(state: ChallengeProgress, reports: readonly FaceReport[], from = 0): ChallengeProgress[] {
  const states: ChallengeProgress[] = [];
  let now = from;
  let at = state;
  for (const each of reports) {
    now += 100;
    at = followChallenge(at, each, now);
    states.push(at);
  }
  return states;
}
const asked = (actions: readonly LivenessAction[], colours: readonly LivenessColour[] = []): ChallengeAsked => ({
  actions,
  colours,
  colour_ms: 900,
});
const settled = (actions: readonly LivenessAction[], colours: readonly LivenessColour[] = []) =>
  play(startChallenge(asked(actions, colours), 0), Array(CHALLENGE_POLICY.settle).fill(report())).at(-1)!;

describe("the portrait", () => {
  it("is taken once, after several good frames in a row", () => {
    const reports = [report(), report({ yaw: 30 }), ...Array(CHALLENGE_POLICY.settle).fill(report())];
    const states = play(startChallenge(asked(["blink", "turn_left"]), 0), reports);
    expect(states.map((s) => s.keep).filter((k) => k === "portrait")).toHaveLength(1);
    expect(states.at(-1)?.keep).toBe("portrait");
    expect(states.at(-1)?.hint).toBe("blink");
  });

  it("is not taken in the middle of a blink", () => {
    const reports = [...Array(CHALLENGE_POLICY.settle - 1).fill(report()), report({ eyes: 0.1 })];
    expect(play(startChallenge(asked(["blink", "turn_left"]), 0), reports).at(-1)?.phase).toBe("settle");
  });
});

describe("a turn", () => {
  it("counts only to the side that was asked for, the person's own left being the picture's right", () => {
    const start = settled(["turn_left", "blink"]);
    expect(followChallenge(start, report({ yaw: -40 }), 1000).at).toBe(0);
    const rested = followChallenge(start, report(), 900);
    expect(rested).toMatchObject({ at: 0, keep: "proof", rested: true });
    const turned = followChallenge(rested, report({ yaw: 25 }), 1000);
    expect(turned).toMatchObject({ at: 1, keep: "proof", hint: "blink" });
  });

  it("that was under way before it was asked for, or comes sooner than anyone can react, is waited for again", () => {
    const start = settled(["turn_left", "blink"]);
    const under = followChallenge(start, report({ yaw: 25 }), 1000);
    expect(under).toMatchObject({ at: 0, rested: false });
    const rested = followChallenge(start, report(), start.since + 50);
    expect(followChallenge(rested, report({ yaw: 25 }), start.since + 100)).toMatchObject({ at: 0, rested: false });
  });
});

describe("a blink", () => {
  it("needs shut eyes and then open ones, and the shut ones are kept as proof", () => {
    const start = settled(["blink", "turn_right"]);
    const open = followChallenge(start, report(), 1000);
    const shut = followChallenge(open, report({ eyes: 0.12 }), 1100);
    const still = followChallenge(shut, report({ eyes: 0.12 }), 1200);
    const done = followChallenge(still, report(), 1300);
    expect([open.at, shut.keep, still.keep, done.at]).toEqual([0, "proof", null, 1]);
    expect(done.hint).toBe("turn_right");
  });

  it("is not read from a turned head, where lids look shut from the side", () => {
    const states = play(settled(["blink", "turn_left"]), [report({ yaw: 40, eyes: 0.1 }), report()], 1000);
    expect(states.at(-1)).toMatchObject({ at: 0, eyesShut: false });
  });
});

describe("the whole", () => {
  it("fills the ring step by step and ends after the last motion", () => {
    const states = play(
      settled(["turn_left", "turn_right"]),
      [report(), report({ yaw: 30 }), report(), report(), report(), report({ yaw: -30 })],
      1000,
    );
    expect(states.map((s) => s.phase)).toEqual(["act", "act", "act", "act", "act", "done"]);
    expect(states.at(-1)?.prompts).toEqual([400, 1200]);
    const shares = [
      startChallenge(asked(["turn_left", "turn_right"]), 0),
      settled(["turn_left", "turn_right"]),
      ...states,
    ];
    expect(shares.map((s) => Math.round(challengeShare(s) * 100))).toEqual([0, 33, 33, 67, 67, 67, 67, 100]);
  });

  it("is late when a motion takes too long, and stays so", () => {
    const late = followChallenge(settled(["turn_left", "blink"]), report(), 1000 + CHALLENGE_POLICY.patience);
    expect(late.phase).toBe("late");
    expect(followChallenge(late, report({ yaw: 40 }), 99_999).phase).toBe("late");
  });

  it("does not count anything while two people are in the picture, or none", () => {
    const start = settled(["turn_left", "blink"]);
    expect(followChallenge(start, report({ yaw: 40 }, 2), 1000)).toMatchObject({ at: 0, hint: "several" });
    expect(followChallenge(start, { faces: 0 }, 1000)).toMatchObject({ at: 0, hint: "search" });
  });
});

describe("motions", () => {
  const changes: Readonly<Record<LivenessAction, Partial<typeof FACE>>> = {
    turn_left: { yaw: 25 },
    turn_right: { yaw: -25 },
    look_up: { pitch: 20 },
    gaze_left: { gaze: 0.14 },
    gaze_right: { gaze: -0.1 },
    come_nearer: { span: 0.27 },
    blink: { eyes: 0.1 },
  };

  it.each(LivenessAction.options)("%s is seen by its own change and by no other's", (action) => {
    const other: LivenessAction = action.startsWith("turn") ? "blink" : "turn_left";
    for (const [made, change] of Object.entries(changes)) {
      const start = settled([action, other]);
      const states = play(start, [report(), report(), report(), report(change), report()], 1000);
      expect(states.at(-1)?.at, made).toBe(made === action ? 1 : 0);
    }
  });
});

describe("colours", () => {
  it("follow the motions by the clock, each with two frames kept, and each with its time", () => {
    const start = settled(["turn_left", "blink"], ["red", "green"]);
    const states = play(
      start,
      [report(), report({ yaw: 30 }), report(), report(), report(), report({ eyes: 0.1 }), report()],
      1000,
    );
    expect(states.at(-1)).toMatchObject({ phase: "colours", at: 0, hint: "colours" });
    const lit = play(states.at(-1)!, Array(19).fill(report()), 1700);
    expect(lit.filter((s) => s.keep === "proof")).toHaveLength(4);
    expect(lit.at(-1)?.phase).toBe("done");
    expect(lit.at(-1)?.prompts).toEqual([400, 1200, 1700, 2600]);
  });
});
