import { readFile } from "node:fs/promises";
import path from "node:path";
import { showProgress } from "@/eval/show-progress";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { faceEvidence } from "@/server/adapters/vision/face-evidence";
import { pictureMemory } from "@/server/adapters/vision/picture-memory";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { FACE_EMBEDDERS } from "@/server/vision/models/face-embedders";
import { findFaceSpace } from "@/server/vision/models/face-space";

export interface MeasuredFace {
  readonly evidence: FaceEvidence;
  /** From bytes to template. */
  readonly ms: number;
}

/** Every picture through the path that the service takes, one after another. A picture that cannot be read has no face. */
export async function measureFaces(
  folder: string,
  files: readonly string[],
  model: string,
): Promise<Map<string, MeasuredFace>> {
  const space = findFaceSpace(model);
  const known = FACE_EMBEDDERS.map((e) => e.card.id).join(", ");
  if (!space) throw new Error(`--model is one or more, joined by "+", of ${known}`);
  const runtime = createOnnxNodeRuntime();
  for (const { card } of space.embedders) await runtime.load(card);
  const out = new Map<string, MeasuredFace>();
  for (const [i, file] of files.entries()) {
    const bytes = await readFile(path.join(folder, file));
    const started = performance.now();
    const evidence = await faceEvidence(bytes, "live", space, { open: pictureMemory(runtime), runtime }).catch(
      (error: Error & { code?: string }) => {
        if (error.code !== "invalid_image") throw error;
        const { id, version, sha256 } = space;
        return { faces: 0, model: { id, version, sha256 } };
      },
    );
    out.set(file, { evidence, ms: performance.now() - started });
    showProgress(i + 1, files.length);
  }
  await runtime.close();
  return out;
}
