import { parseArgs } from "node:util";
import sharp from "sharp";
import { percentile } from "@/bench/percentiles";
import { people } from "@/scripts/specimens/people";
import { selfieJpeg } from "@/scripts/specimens/selfie";
import { planAnswer } from "@/scripts/specimens/videos/answer-plan";
import { faceScene } from "@/scripts/specimens/videos/face-scene";
import { type FilmedCapture, filmCapture } from "@/scripts/specimens/videos/film-capture";
import { decodePicture } from "@/server/adapters/image-decoder";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { FACE_SIDES } from "@/server/adapters/vision/face-evidence";
import { inspectImage } from "@/server/adapters/vision/inspect-image";
import { livenessEvidence } from "@/server/adapters/vision/liveness-evidence";
import { pictureMemory } from "@/server/adapters/vision/picture-memory";
import { judgeLiveness } from "@/server/domain/liveness/judge-liveness";
import { locateFaces } from "@/server/vision/pipelines/face/locate-faces";
import { measureSignals } from "@/server/vision/pipelines/liveness/measure-signals";
import { recaptureLogit } from "@/server/vision/pipelines/liveness/recapture-logit";
import type { Runtime } from "@/server/vision/types";

/** Seconds of the sequence, and the actions that fill them. */
const SEQUENCE_SECONDS = 3;

/**
 * `npm run bench -- liveness [ROUNDS] [--json]`: what judging one 12-megapixel picture and one sequence of three
 * seconds costs of one core, by stage. Times are of the processor, so that other work on the machine counts little.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: { json: { type: "boolean" } }, allowPositionals: true });
  const rounds = Number(positionals[0] ?? 20);
  sharp.concurrency(1);
  const runtime = createOnnxNodeRuntime();
  const pictures = [];
  for (const [i, { face }] of people.slice(0, 3).entries()) {
    pictures.push(await selfieJpeg(face, { width: 3024, height: 4032, seed: i }));
  }
  const picture = new Stages();
  for (let i = 0; i <= rounds; i++) await judgePicture(pictures[i % pictures.length], runtime, picture, i > 0);
  const film = await filmSequence();
  const sequence = new Stages();
  const turns = Math.max(3, Math.ceil(rounds / 4));
  for (let i = 0; i <= turns; i++) await judgeSequenceOf(film, runtime, sequence, i > 0);
  await runtime.close();
  const report = { rounds, frames: film.frames.length, picture: picture.summary(), sequence: sequence.summary() };
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    console.log(`one picture of 12 megapixels, ${rounds} rounds, ms of one core`);
    console.table(report.picture);
    console.log(`a still and ${report.frames} frames of ${SEQUENCE_SECONDS} seconds, ${turns} rounds, ms of one core`);
    console.table(report.sequence);
  }
}

/** Processor time by stage; `all` is their sum. */
class Stages {
  private readonly times = new Map<string, number[]>();

  async measure<T>(stage: string, counts: boolean, work: () => Promise<T> | T): Promise<T> {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    if (counts) this.times.set(stage, [...(this.times.get(stage) ?? []), (user + system) / 1000]);
    return result;
  }

  summary(): Record<string, { p50_ms: number; p95_ms: number }> {
    const rows = [...this.times].map(([stage, ms]) => [
      stage,
      { p50_ms: Math.round(percentile(ms, 0.5)), p95_ms: Math.round(percentile(ms, 0.95)) },
    ]);
    return Object.fromEntries(rows);
  }
}

async function judgePicture(bytes: Uint8Array, runtime: Runtime, stages: Stages, counts: boolean): Promise<void> {
  const { image, scale } = await stages.measure("decode", counts, () =>
    decodePicture(bytes, { maxSide: FACE_SIDES.live }),
  );
  const { best } = await stages.measure("find the face", counts, () => locateFaces(image, runtime));
  if (!best) throw new Error("no face was found in a drawn selfie");
  await stages.measure("signals", counts, () => measureSignals({ image, scale, ...best }));
  await stages.measure("recapture detector", counts, () => recaptureLogit(image, best.mesh, runtime));
  await stages.measure("all, as the service does it", counts, async () =>
    judgeLiveness(await livenessEvidence({ still: bytes }, { open: pictureMemory(runtime), runtime })),
  );
}

async function filmSequence(): Promise<FilmedCapture> {
  const plan = planAnswer({ actions: ["turn_left", "blink"], colours: [] });
  const kept = { ...plan, moments: plan.moments.filter((t) => t <= SEQUENCE_SECONDS) };
  const scene = (size: { width: number; height: number }) =>
    faceScene(people[0].face, plan.acts, { ...size, seed: 1, supersample: 1 });
  const scenes = { small: scene({ width: 480, height: 640 }), large: scene({ width: 720, height: 960 }) };
  return filmCapture(scenes, { plan: kept, nonce: "bench", seed: 1 });
}

async function judgeSequenceOf({ still, frames }: FilmedCapture, runtime: Runtime, stages: Stages, counts: boolean) {
  await stages.measure("judge the files", counts, async () => {
    for (const { bytes } of [{ bytes: still }, ...frames]) await inspectImage(bytes);
  });
  await stages.measure("decode", counts, async () => {
    for (const { bytes } of frames) await decodePicture(bytes, { maxSide: 640 });
  });
  await stages.measure("all, as the service does it", counts, async () =>
    judgeLiveness(await livenessEvidence({ still, frames }, { open: pictureMemory(runtime), runtime })),
  );
}
