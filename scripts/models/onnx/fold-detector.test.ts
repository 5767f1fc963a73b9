import { readFileSync } from "node:fs";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { expect, it } from "vitest";
import card from "@/models/pp-ocr-v4-det/card.json";
import { ROOT } from "@/scripts/install.mjs";
import { foldActivations } from "@/scripts/models/onnx/fold-activations";
import { foldDetector } from "@/scripts/models/onnx/fold-detector";
import { readModelFile, writeModelFile } from "@/scripts/models/onnx/model-file";
import { strokeLine } from "@/scripts/models/onnx/testing/stroke-line";

const { package: name, path: file } = card.source;
const original = new Uint8Array(readFileSync(path.join(ROOT, "node_modules", name, file)));

const [WIDTH, HEIGHT] = [160, 96];
const line = strokeLine(WIDTH, HEIGHT);

async function answer(model: Uint8Array): Promise<Float32Array> {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const results = await session.run({ x: new Tensor("float32", line, [1, 3, HEIGHT, WIDTH]) });
  await session.release();
  return Object.values(results)[0].data as Float32Array;
}

it("a text detector whose head and gates were folded answers as the original does, pixel for pixel", async () => {
  const folded = foldDetector(foldActivations(readModelFile(original)));
  const [want, got] = [await answer(original), await answer(writeModelFile(folded))];
  expect(got.length).toBe(want.length);
  expect(Math.max(...want)).toBeGreaterThan(0.5);
  expect(want.reduce((worst, value, i) => Math.max(worst, Math.abs(value - got[i])), 0)).toBeLessThan(1e-4);
  expect(folded.nodes.some(({ op }) => op === "ConvTranspose")).toBe(false);
});

it("a network that ends otherwise is refused", () => {
  const model = readModelFile(original);
  expect(() => foldDetector({ ...model, nodes: model.nodes.slice(0, -1) })).toThrow("does not end");
});
