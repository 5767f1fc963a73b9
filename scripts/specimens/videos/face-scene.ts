import type { Backdrop } from "../face/backdrop";
import { smoothstep } from "../face/curve";
import type { Face, Lighting, Pose } from "../face/person";
import { frontalPose } from "../face/person";
import { renderFace } from "../face/render-face";
import { type Scene, sway } from "./scene";

/** One thing a person does before the camera. Turns are as the picture shows them: `right` is image right. */
export type Act =
  | "still"
  | "turn-left"
  | "turn-right"
  | "look-up"
  | "blink"
  | "nearer"
  | "gaze-left"
  | "gaze-right"
  | "open-mouth";

export interface Timed {
  readonly act: Act;
  readonly seconds: number;
}

export interface FaceSceneOptions {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly light?: Partial<Lighting>;
  readonly backdrop?: Backdrop;
  /** Samples per pixel and axis. Default 2. */
  readonly supersample?: number;
  /** Light that the person's screen throws, by time. */
  readonly screen?: (t: number) => { readonly colour: string; readonly strength: number };
}

/** There and back over an act: 0 at both ends, 1 in the middle third. */
const arc = (p: number) => smoothstep(0, 0.35, p) * (1 - smoothstep(0.65, 1, p));

/** Closed twice for about 150 ms, as people blink when told to. Steps, so that few textures are painted. */
function lids(t: number): number {
  const close = (at: number) => Math.max(0, 1 - Math.abs(t - at) / 0.16);
  return Math.round(Math.min(1, 1.5 * Math.max(close(0.35), close(0.95))) * 3) / 3;
}

function poseOf(act: Act, p: number, t: number): Partial<Pose> & { near?: number } {
  const a = arc(p);
  if (act === "turn-left") return { yaw: -0.5 * a };
  if (act === "turn-right") return { yaw: 0.5 * a };
  if (act === "look-up") return { pitch: 0.32 * a };
  if (act === "blink") return { blink: lids(t) };
  if (act === "nearer") return { near: 0.45 * a };
  if (act === "gaze-left") return { gazeX: -Math.round(a * 3) / 3 };
  if (act === "gaze-right") return { gazeX: Math.round(a * 3) / 3 };
  if (act === "open-mouth") return { mouthOpen: Math.round(a * 3) / 3 };
  return {};
}

/** Head and nearness at a moment of a list of acts. */
export function actAt(acts: readonly Timed[], t: number): Partial<Pose> & { near?: number } {
  let start = 0;
  let current = acts[0];
  for (const timed of acts) {
    if (t >= start) current = timed;
    if (t < start + timed.seconds) break;
    start += timed.seconds;
  }
  return poseOf(current.act, Math.min(1, (t - start) / current.seconds), t - start);
}

export const actSeconds = (acts: readonly Timed[]): number => acts.reduce((sum, { seconds }) => sum + seconds, 0);

/** A person doing one act after another, never quite still. */
export function faceScene(face: Face, acts: readonly Timed[], options: FaceSceneOptions): Scene {
  const { width, height, seed } = options;
  const base = (0.21 * Math.min(height, width)) / width;
  const frame = (t: number) => {
    const { near = 0, ...pose } = actAt(acts, t);
    return renderFace(face, {
      width,
      height,
      size: base * (1 + near + 0.006 * sway(t, seed + 5)),
      centre: [0.5 + 0.006 * sway(t, seed), 0.47 + 0.005 * sway(t, seed + 1)],
      distance: 7 / (1 + near),
      supersample: options.supersample,
      pose: {
        ...frontalPose,
        ...pose,
        yaw: (pose.yaw ?? 0) + 0.02 * sway(t, seed + 2),
        pitch: (pose.pitch ?? 0) + 0.015 * sway(t, seed + 3),
        roll: 0.012 * sway(t, seed + 4),
      },
      light: {
        azimuth: -0.45,
        elevation: 0.45,
        strength: 0.75,
        ambient: 0.62,
        ...options.light,
        screen: options.screen?.(t),
      },
      backdrop: options.backdrop ?? { kind: "room", colour: "#8f8577", seed },
    });
  };
  return { seconds: actSeconds(acts), frame };
}

/** What the hosted page asks for, in an order that serves any order asked: the camera's file repeats. */
export const challengeActs: readonly Timed[] = [
  { act: "still", seconds: 3 },
  { act: "turn-left", seconds: 2 },
  { act: "still", seconds: 0.6 },
  { act: "turn-right", seconds: 2 },
  { act: "still", seconds: 0.6 },
  { act: "blink", seconds: 1.4 },
  { act: "still", seconds: 0.8 },
  { act: "look-up", seconds: 1.8 },
  { act: "still", seconds: 0.6 },
  { act: "gaze-left", seconds: 1.4 },
  { act: "still", seconds: 0.4 },
  { act: "gaze-right", seconds: 1.4 },
  { act: "still", seconds: 0.6 },
  { act: "nearer", seconds: 1.8 },
];
