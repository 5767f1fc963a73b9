import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { people } from "@/scripts/specimens/people";
import { selfieJpeg } from "@/scripts/specimens/selfie";
import { createOnnxNodeRuntime, modelsFolder } from "@/server/adapters/onnx-node-runtime";
import { livenessEvidence } from "@/server/adapters/vision/liveness-evidence";
import { pictureMemory } from "@/server/adapters/vision/picture-memory";
import { visionPool } from "@/server/adapters/vision/worker-pool";
import { AppError } from "@/server/contract/errors";

/** Whatever fails, the answer is a refusal that may be tried again (503): nobody is taken for live. */
const folder = mkdtempSync(path.join(tmpdir(), "broken-models-"));
let jpeg: Buffer;
beforeAll(async () => {
  jpeg = await selfieJpeg(people[0].face, { width: 360, height: 480 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const refusal = (asked: Promise<unknown>) => asked.catch((error: unknown) => error);
const frames = () => [0, 200, 400].map((tMs) => ({ tMs, bytes: jpeg }));

/** Judges with a copy of the models in which one is altered by `damage`. */
async function judgeWithout(model: string, damage: (file: string) => void, sequence = false) {
  const models = path.join(folder, `${model}-${damage.name}`);
  cpSync(modelsFolder(), models, { recursive: true });
  damage(path.join(models, model, `${model}.onnx`));
  const runtime = createOnnxNodeRuntime({ folder: models });
  const input = sequence ? { frames: frames() } : { still: jpeg };
  const answer = await refusal(livenessEvidence(input, { runtime, open: pictureMemory(runtime) }));
  await runtime.close();
  return answer;
}
const removed = (file: string) => rmSync(file);
const truncated = (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 5000));
const emptied = (file: string) => writeFileSync(file, "");

describe("a model", () => {
  it.each([
    ["removed", "blazeface", removed, "missing"],
    ["cut short", "facemesh", truncated, "checksum_differs"],
    ["empty", "facemesh", emptied, "checksum_differs"],
  ] as const)("that is %s is named, for a picture: %s", async (_, model, damage, reason) => {
    const error = await judgeWithout(model, damage);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "model_unavailable", status: 503, details: { model, reason } });
  });

  it.each([
    ["removed", "iris", removed],
    ["cut short", "face-embedding-dlib", truncated],
  ] as const)("that is %s is named, for a sequence: %s", async (_, model, damage) => {
    const error = await judgeWithout(model, damage, true);
    expect(error).toMatchObject({ code: "model_unavailable", status: 503, details: { model } });
  });
});

describe("the workers", () => {
  it("without memory are refused as unavailable, and the process lives on", async () => {
    const pool = visionPool({ threads: 1, memoryMb: 12 });
    const error = await refusal(pool.liveness({ still: jpeg }));
    expect(error).toMatchObject({ code: "unavailable", status: 503, details: { service: "vision" } });
    await pool.close();
  }, 60_000);

  it("of which one dies at its work are refused as unavailable, and the next answers", async () => {
    const pool = visionPool({ threads: 1 });
    await pool.liveness({ still: jpeg });
    const asked = refusal(pool.liveness({ frames: Array.from({ length: 6 }, frames).flat() }));
    for (const thread of pool.threads()) await thread.terminate();
    expect(await asked).toMatchObject({ code: "unavailable", status: 503, details: { reason: "worker_died" } });
    expect(await pool.liveness({ still: jpeg })).toMatchObject({ faces: 1 });
    await pool.close();
  }, 120_000);
});
