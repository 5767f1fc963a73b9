import { infer } from "@/server/vision/infer";
import type { FaceEmbedder } from "@/server/vision/models/face-embedder";
import { mirror } from "@/server/vision/ops/mirror";
import { alignFace } from "@/server/vision/pipelines/face/align-face";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Runtime } from "@/server/vision/types";

/**
 * The template of one face: the mean of the embeddings of the aligned face and of its mirror image, of unit length.
 * Undefined where the mesh gives no alignment.
 */
export async function embedFace(
  image: Image,
  mesh: FaceMesh,
  embedder: FaceEmbedder,
  runtime: Runtime,
): Promise<Float32Array | undefined> {
  const chip = alignFace(image, mesh, embedder.chip);
  if (!chip) return undefined;
  const chips = [chip, mirror(chip)];
  const oneByOne = embedder.card.inputs[0].dims[0] === 1;
  const embeddings = oneByOne
    ? [...(await infer(runtime, embedder, [chips[0]])), ...(await infer(runtime, embedder, [chips[1]]))]
    : await infer(runtime, embedder, chips);
  return meanDirection(embeddings);
}

/** The direction between several embeddings, each counted alike; unit length. */
export function meanDirection(embeddings: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(embeddings[0].length);
  for (const e of embeddings) {
    const length = Math.hypot(...e) || 1;
    for (let i = 0; i < sum.length; i++) sum[i] += e[i] / length;
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((v) => v / length);
}
