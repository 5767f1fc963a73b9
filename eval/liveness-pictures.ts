import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { showProgress } from "@/eval/show-progress";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { livenessEvidence } from "@/server/adapters/vision/liveness-evidence";
import { pictureMemory } from "@/server/adapters/vision/picture-memory";
import type { LivenessEvidence } from "@/server/domain/liveness/evidence";

const Label = z.object({
  file: z.string(),
  label: z.enum(["bona_fide", "attack"]),
  attack_type: z.string().nullish(),
  subject: z.string().nullish(),
});
export type LivenessLabel = z.infer<typeof Label>;

export interface MeasuredPicture extends LivenessLabel {
  readonly evidence: LivenessEvidence;
  /** From bytes to evidence. */
  readonly ms: number;
}

export function readLabels(file: string): LivenessLabel[] {
  return z.array(Label).parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Every picture through the path that the service takes, one after another. */
export async function measurePictures(folder: string, labels: readonly LivenessLabel[]): Promise<MeasuredPicture[]> {
  const runtime = createOnnxNodeRuntime();
  const out: MeasuredPicture[] = [];
  for (const label of labels) {
    const still = await readFile(path.join(folder, label.file));
    const started = performance.now();
    const evidence = await livenessEvidence({ still }, { open: pictureMemory(runtime), runtime });
    out.push({ ...label, evidence, ms: performance.now() - started });
    showProgress(out.length, labels.length);
  }
  await runtime.close();
  return out;
}
