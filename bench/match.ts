import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { percentile } from "@/bench/percentiles";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { faceEvidence } from "@/server/adapters/vision/face-evidence";
import { pictureMemory } from "@/server/adapters/vision/picture-memory";
import { compareFaces } from "@/server/domain/face/compare-faces";
import { DEFAULT_FACE_MODEL, findFaceSpace } from "@/server/vision/models/face-space";
import type { Runtime } from "@/server/vision/types";

/**
 * `npm run bench -- match [--rounds N] [--json]`: time of comparing a drawn 12-megapixel selfie with a drawn
 * 12-megapixel picture of a document, from bytes to verdict, by stage. Times are of the processor, so that other work
 * on the machine counts little.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rounds: { type: "string", default: "3" }, json: { type: "boolean" } },
  });
  sharp.concurrency(1);
  const pairs = drawPairs();
  const inner = createOnnxNodeRuntime();
  let spent: Record<string, number> = {};
  const runtime: Runtime = {
    run: async (card, inputs) => {
      const before = process.cpuUsage();
      const out = await inner.run(card, inputs);
      spent[card.id] = (spent[card.id] ?? 0) + cpuMs(before);
      return out;
    },
  };
  const rows: Record<string, number>[] = [];
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const pair of pairs) {
      spent = {};
      const before = process.cpuUsage();
      await compare(pair, runtime);
      const total = cpuMs(before);
      const networks = Object.values(spent).reduce((sum, ms) => sum + ms, 0);
      if (round > 0) rows.push({ ...spent, "decode, warp, compare": total - networks, total });
    }
  }
  await inner.close();
  print(rows, pairs.length, values.json === true);
}

interface Pair {
  readonly selfie: Uint8Array;
  readonly front: Uint8Array;
}

/** Drawn by another process: what draws would stay in the heap, and its collection be counted with every comparison. */
function drawPairs(): Pair[] {
  const folder = mkdtempSync(path.join(tmpdir(), "veriflow-match-"));
  try {
    execFileSync(process.execPath, ["--import", "tsx", "bench/draw-match-pairs.ts", folder]);
    const people = readdirSync(folder).filter((name) => name.endsWith("-selfie.jpg"));
    return people.map((selfie) => ({
      selfie: readFileSync(path.join(folder, selfie)),
      front: readFileSync(path.join(folder, selfie.replace("selfie", "front"))),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare({ selfie, front }: Pair, runtime: Runtime): Promise<void> {
  const space = findFaceSpace(DEFAULT_FACE_MODEL)!;
  const tools = { runtime, open: pictureMemory(runtime) };
  const live = await faceEvidence(selfie, "live", space, tools);
  const other = await faceEvidence(front, "document", space, tools);
  if (!compareFaces(live, other).usable) throw new Error("a drawn pair could not be compared");
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function print(rows: readonly Record<string, number>[], pairs: number, json: boolean): void {
  const stages = [...new Set(rows.flatMap(Object.keys))].sort((a, b) => Number(a === "total") - Number(b === "total"));
  const summary = stages.map((stage) => {
    const ms = rows.map((row) => row[stage] ?? 0);
    const [p50, p95] = [0.5, 0.95].map((share) => Math.round(percentile(ms, share) * 10) / 10);
    return { stage, p50_cpu_ms: p50, p95_cpu_ms: p95 };
  });
  if (json) process.stdout.write(`${JSON.stringify({ pairs, rows: summary })}\n`);
  else console.table(summary);
}
