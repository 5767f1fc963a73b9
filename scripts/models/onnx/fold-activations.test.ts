import { readFileSync } from "node:fs";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { describe, expect, it } from "vitest";
import det from "@/models/pp-ocr-v4-det/card.json";
import rec from "@/models/pp-ocr-v4-rec/card.json";
import { ROOT } from "@/scripts/install.mjs";
import { foldActivations } from "@/scripts/models/onnx/fold-activations";
import { readModelFile, writeModelFile } from "@/scripts/models/onnx/model-file";
import { strokeLine } from "@/scripts/models/onnx/testing/stroke-line";

const CASES = [
  { card: det, dims: [1, 3, 96, 160] },
  { card: rec, dims: [1, 3, 48, 96] },
];
const original = ({ source }: typeof det | typeof rec) =>
  new Uint8Array(readFileSync(path.join(ROOT, "node_modules", source.package, source.path)));

async function answer(model: Uint8Array, input: string, dims: readonly number[]): Promise<Float32Array> {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const data = strokeLine(dims[3], dims[2]);
  const results = await session.run({ [input]: new Tensor("float32", data, [...dims]) });
  await session.release();
  return Object.values(results)[0].data as Float32Array;
}

describe("a network whose activations were folded", () => {
  it.each(CASES)("answers as the original does: $card.id", async ({ card, dims }) => {
    const before = original(card);
    const after = writeModelFile(foldActivations(readModelFile(before)));
    const [want, got] = [await answer(before, "x", dims), await answer(after, "x", dims)];
    expect(got.length).toBe(want.length);
    expect(Math.max(...want)).toBeGreaterThan(0.5);
    expect(want.reduce((worst, value, i) => Math.max(worst, Math.abs(value - got[i])), 0)).toBeLessThan(1e-4);
  });

  it.each(CASES)("has no hard swish left in pieces: $card.id", ({ card }) => {
    const { nodes } = foldActivations(readModelFile(original(card)));
    expect(nodes.filter(({ op }) => op === "Clip")).toEqual([]);
  });

  it.each(CASES)("can be read and written without a change of what it says: $card.id", async ({ card, dims }) => {
    const before = original(card);
    const again = writeModelFile(readModelFile(before));
    expect(await answer(again, "x", dims)).toEqual(await answer(before, "x", dims));
  });
});
