import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { percentile } from "@/bench/percentiles";
import { documentKinds } from "@/scripts/specimens/documents/papers";
import { people } from "@/scripts/specimens/people";
import { specimenVerification } from "@/scripts/specimens/specimen-verification";
import { decodePicture } from "@/server/adapters/image-decoder";
import { createPpOcr } from "@/server/adapters/ocr/pp-ocr";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { documentEvidence } from "@/server/adapters/vision/document-evidence";
import type { Runtime } from "@/server/vision/types";

/**
 * `npm run bench -- read [--rounds N] [--pictures DIR] [--json]`: time of reading 12-megapixel pictures of documents on
 * one core, whole page and zone alone, by stage. Times are of the processor, so that other work on the machine counts
 * little.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rounds: { type: "string", default: "3" }, pictures: { type: "string" }, json: { type: "boolean" } },
  });
  sharp.concurrency(1);
  const pictures = values.pictures ? picturesIn(values.pictures) : await drawPictures();
  const rows = [];
  for (const read of ["all", "zone"] as const) rows.push(...(await measure(read, pictures, Number(values.rounds))));
  if (values.json) process.stdout.write(`${JSON.stringify({ pictures: pictures.length, rows })}\n`);
  else console.table(rows);
}

function picturesIn(folder: string): Buffer[] {
  return readdirSync(folder)
    .filter((file) => /\.(jpe?g|png|webp)$/i.test(file))
    .map((file) => readFileSync(path.join(folder, file)));
}

/** One phone picture of every kind of document; of cards the side with the zone as well. */
async function drawPictures(): Promise<Buffer[]> {
  const out: Buffer[] = [];
  for (const [k, kind] of documentKinds.entries()) {
    const { front, back } = await specimenVerification({ person: people[k % people.length], kind, seed: k });
    out.push(front, ...(back ? [back] : []));
  }
  return out;
}

const cpuMs = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

async function measure(read: "all" | "zone", pictures: readonly Buffer[], rounds: number) {
  const inner = createOnnxNodeRuntime();
  const stages = new Map<string, number[]>();
  let spent = new Map<string, number>();
  const add = (stage: string, ms: number) => spent.set(stage, (spent.get(stage) ?? 0) + ms);
  const runtime: Runtime = {
    run: async (card, inputs) => {
      const before = process.cpuUsage();
      const outputs = await inner.run(card, inputs);
      add(card.id, cpuMs(before));
      return outputs;
    },
  };
  const ocr = createPpOcr(runtime);
  for (let round = 0; round <= rounds; round++) {
    for (const front of pictures) {
      spent = new Map();
      const before = process.cpuUsage();
      await decodePicture(front, { maxSide: 1920 });
      const decode = cpuMs(before);
      spent = new Map([["decode", decode]]);
      const start = process.cpuUsage();
      await documentEvidence({ front, documentHint: "auto", countryHint: "auto", read }, { runtime, ocr });
      const whole = cpuMs(start);
      add("own loops", whole - [...spent.values()].reduce((a, b) => a + b, 0));
      add("whole", whole);
      // The first round warms up: it loads models and compiles loops.
      if (round > 0) for (const [stage, ms] of spent) stages.set(stage, [...(stages.get(stage) ?? []), ms]);
    }
  }
  await inner.close();
  const round1 = (ms: number) => Math.round(ms * 10) / 10;
  return [...stages].map(([stage, times]) => ({
    read,
    stage,
    cpu_ms_p50: round1(percentile(times, 0.5)),
    cpu_ms_p95: round1(percentile(times, 0.95)),
    pictures: times.length,
  }));
}
