import type { CaptureReport } from "@/server/contract/liveness-challenge";
import type { Image } from "@/server/vision/types";
import { encodeJpeg } from "../picture";
import { seededRandom } from "../random";
import { addNoise, blurPicture } from "../wear/sensor";
import type { AnswerPlan } from "./answer-plan";
import type { Scene } from "./scene";

/** What a capture page would have sent of a scene: the still, frames with their times, and how they were captured. */
export interface FilmedCapture {
  readonly still: Uint8Array;
  readonly frames: readonly { readonly tMs: number; readonly bytes: Uint8Array }[];
  readonly report: CaptureReport;
}

export interface FilmOptions {
  readonly plan: AnswerPlan;
  /** The challenge's id. */
  readonly nonce: string;
  readonly seed: number;
  /** Frames carry no fresh noise: the scene repeats stored ones. */
  readonly stored?: boolean;
  readonly label?: string;
}

const NOISE = 2;
const STILL_AT = 0.5;

/** Films a scene in memory: `large` gives the still, `small` the frames. */
export async function filmCapture(
  { small, large }: { readonly small: Scene; readonly large: Scene },
  { plan, nonce, seed, stored = false, label = "HD Webcam" }: FilmOptions,
): Promise<FilmedCapture> {
  const soft = await blurPicture(await large.frame(STILL_AT), 0.6);
  addNoise(soft, NOISE, seed);
  const frames: FilmedCapture["frames"][number][] = [];
  for (const [i, t] of plan.moments.entries()) {
    const clean = await small.frame(t);
    const image: Image = { ...clean, data: new Uint8Array(clean.data) };
    if (!stored) addNoise(image, NOISE, seed * 1009 + i);
    frames.push({ tMs: Math.round(t * 1000), bytes: await encodeJpeg(image, 85) });
  }
  const report = { nonce, prompts: [...plan.prompts], camera: cameraOf(label), frame_times: frameTimes(plan, seed) };
  return { still: await encodeJpeg(soft, 90), frames, report };
}

const cameraOf = (label: string): CaptureReport["camera"] => ({
  label,
  settings: { width: 1280, height: 720, frame_rate: 30 },
  capabilities: { width: { min: 1, max: 1920 }, height: { min: 1, max: 1080 }, frame_rate: { min: 1, max: 30 } },
});

/** Thirty pictures a second, each a little early or late. */
function frameTimes({ moments }: AnswerPlan, seed: number): number[] {
  const random = seededRandom(seed);
  const until = (moments.at(-1) ?? 0) * 1000 + 40;
  const out: number[] = [];
  for (let t = 0; t <= until; t += 1000 / 30) out.push(Math.round((t + random.between(0, 4)) * 10) / 10);
  return out;
}
