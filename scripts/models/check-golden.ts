import { readFile } from "node:fs/promises";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import type { Card } from "@/scripts/models/card-schema";
import { goldenInput } from "@/scripts/models/golden-input";

/** Runs the built model on the generated input and compares with the kept outputs. Throws with the worst difference. */
export async function checkGolden(card: Card, model: Uint8Array, folder: string): Promise<void> {
  if (!card.golden) return;
  const { seed, range, dims, outputs, tolerance } = card.golden;
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const input = new Tensor("float32", goldenInput(dims, range, seed), dims);
  const results = await session.run({ [card.inputs[0].name]: input });
  for (const [name, file] of Object.entries(outputs)) {
    const bytes = await readFile(path.join(folder, "golden", file));
    const expected = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const worst = difference(results[name]?.data as Float32Array | undefined, expected);
    if (!(worst <= tolerance)) {
      throw new Error(`${card.id}: output ${name} differs from the original by ${worst} (allowed ${tolerance})`);
    }
  }
  await session.release();
}

function difference(found: Float32Array | undefined, expected: Float32Array): number {
  if (found?.length !== expected.length) return Number.NaN;
  return expected.reduce((worst, value, i) => Math.max(worst, Math.abs(value - found[i])), 0);
}
