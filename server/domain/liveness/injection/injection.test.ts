import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { FrameEvidence } from "@/server/domain/liveness/evidence";
import { INJECTION_SIGNALS } from "@/server/domain/liveness/injection";
import { judgeInjection, SUSPECTED } from "@/server/domain/liveness/injection/judge-injection";
import type { InjectionInput } from "@/server/domain/liveness/injection/signal";

const HASH = "0f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdef0123456789abcdef";
/** The same hash with its first digits inverted, four bits each. */
const moved = (digits: number) =>
  [...HASH].map((d, i) => (i < digits ? (15 - Number.parseInt(d, 16)).toString(16) : d)).join("");

/** Twenty frames of a person who turns once and glances once, five a second. */
const FRAMES: readonly FrameEvidence[] = Array.from({ length: 20 }, (_, i) => ({
  tMs: i * 200,
  faces: 1,
  yaw: i >= 6 && i < 10 ? 25 : 0,
  still: 0.02,
  change: 3,
  hash: i >= 6 && i < 10 ? moved(10 + i) : i >= 14 && i < 16 ? moved(3) : HASH,
}));
/** A film of 1900 ms that goes to one side and back, over and over, of which a frame is kept every 220 ms. */
const LOOP: readonly FrameEvidence[] = Array.from({ length: 26 }, (_, i) => {
  const digits = Math.max(0, Math.round(14 * Math.sin((((i * 220) % 1900) / 1900) * 2 * Math.PI)));
  return { ...FRAMES[0], tMs: i * 220, hash: moved(digits) };
});
const genuine: InjectionInput = {
  challenge: { id: "n1", actions: ["turn_left", "gaze_left"] },
  report: {
    nonce: "n1",
    prompts: [700, 2300],
    camera: {
      label: "FaceTime HD Camera",
      settings: { width: 1280, height: 720, frame_rate: 30 },
      capabilities: { width: { min: 1, max: 1920 }, height: { min: 1, max: 1080 }, frame_rate: { min: 1, max: 30 } },
    },
    frame_times: Array.from({ length: 120 }, (_, i) => i * 33.3 + ((i * 7) % 5)),
  },
  frames: FRAMES,
  seenBefore: { share: 0.1 },
};
const told = (change: Partial<NonNullable<InjectionInput["report"]>>): InjectionInput => ({
  ...genuine,
  report: { ...genuine.report, ...change },
});
const camera = (change: object): InjectionInput => told({ camera: { ...genuine.report?.camera, ...change } });
const codes = (input: InjectionInput) => judgeInjection(input).reasons.map(({ code }) => code);

test("every file of the folder is a registered signal, each under its own id", () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) => !/test|index|^signal\.ts|judge-injection|hamming-distance/.test(file),
  );
  expect(files).toHaveLength(INJECTION_SIGNALS.length);
  expect(new Set(INJECTION_SIGNALS.map(({ id }) => id)).size).toBe(INJECTION_SIGNALS.length);
});

test("an ordinary capture carries no sign of injection", () => {
  expect(judgeInjection(genuine)).toEqual({ weight: 0, reasons: [] });
});

test("without a challenge nothing is owed", () => {
  expect(judgeInjection({ frames: FRAMES })).toEqual({ weight: 0, reasons: [] });
});

const ATTACKS: readonly (readonly [string, string, InjectionInput])[] = [
  ["a camera that is a program", "virtual_camera", camera({ label: "OBS Virtual Camera (v4l2loopback)" })],
  ["more pixels than it can", "camera_settings", camera({ settings: { width: 3840, height: 2160, frame_rate: 30 } })],
  ["a clock instead of a sensor", "frame_timing", told({ frame_times: Array.from({ length: 120 }, (_, i) => i * 33) })],
  ["time that goes back", "frame_timing", told({ frame_times: [...(genuine.report?.frame_times ?? []), 12] })],
  [
    "more pictures than it makes",
    "frame_timing",
    told({ frame_times: Array.from({ length: 400 }, (_, i) => i * 8 + ((i * 7) % 5)) }),
  ],
  [
    "frames that the camera never sent",
    "frame_timing",
    told({ frame_times: genuine.report?.frame_times?.map((t) => t + 9000) }),
  ],
  ["one frame again and again", "frozen_frames", { ...genuine, frames: FRAMES.map((f) => ({ ...f, change: 0.05 })) }],
  [
    "a film that repeats",
    "looped_frames",
    { ...genuine, frames: FRAMES.map((f, i) => ({ ...f, hash: i % 7 < 3 ? moved(12 + (i % 7)) : HASH })) },
  ],
  [
    "a film that repeats, its frames taken at other moments of each round",
    "looped_frames",
    { ...genuine, frames: LOOP },
  ],
  ["noise that stands still", "static_noise", { ...genuine, frames: FRAMES.map((f) => ({ ...f, still: 0.98 })) }],
  ["prompts all at once", "prompt_times", told({ prompts: [700, 705] })],
  ["prompts after the last frame", "prompt_times", told({ prompts: [700, 9000] })],
  ["too few prompts", "prompt_times", told({ prompts: [700] })],
  ["another capture's nonce", "nonce", told({ nonce: "n0" })],
  ["no nonce", "nonce", told({ nonce: undefined })],
  ["nothing told at all", "signals_left_out", { ...genuine, report: undefined }],
  ["no word of the camera", "signals_left_out", told({ camera: undefined })],
  ["frames sent before", "frames_seen_before", { ...genuine, seenBefore: { share: 0.9 } }],
];

test.each(ATTACKS)("%s is found, and enough to suspect", (_, code, input) => {
  expect(codes(input)).toEqual([code]);
  expect(judgeInjection(input).weight).toBeGreaterThanOrEqual(SUSPECTED);
});

test("one part left out is told and no more; two are suspected", () => {
  const one = judgeInjection(told({ frame_times: undefined }));
  expect(one.reasons.map(({ code, value }) => [code, value])).toEqual([["signals_left_out", "frame_times"]]);
  expect(one.weight).toBeLessThan(SUSPECTED);
  const two = told({ frame_times: undefined });
  const both = judgeInjection({
    ...two,
    report: { ...two.report, camera: { ...two.report?.camera, settings: undefined } },
  });
  expect(both.weight).toBeGreaterThanOrEqual(SUSPECTED);
});

test("a pose that is held does not count as one that comes back", () => {
  const held = FRAMES.map((f, i) => ({ ...f, hash: i >= 4 && i < 16 ? moved(12) : HASH }));
  expect(codes({ ...genuine, frames: held })).toEqual([]);
});

test("a person who makes one motion twice is no film that repeats", () => {
  const twice = FRAMES.map((f, i) => ({
    ...f,
    hash: moved(i >= 3 && i < 7 ? 9 + i : i >= 12 && i < 16 ? 24 - i : i >= 17 ? 4 : 0),
  }));
  expect(codes({ ...genuine, frames: twice })).toEqual([]);
});

test("browsers without capabilities, and cameras with ordinary names, are not held against anybody", () => {
  expect(codes(camera({ capabilities: null }))).toEqual([]);
  for (const label of [
    "Integrated Webcam",
    "Logitech BRIO",
    "camera2 1, facing front",
    "fake_device_0",
    "HD Pro Observer",
  ]) {
    expect(codes(camera({ label })), label).toEqual([]);
  }
});
