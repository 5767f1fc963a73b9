import { infer } from "@/server/vision/infer";
import type { FaceEmbedder } from "@/server/vision/models/face-embedder";
import { mirror } from "@/server/vision/ops/mirror";
import { warpReduced } from "@/server/vision/ops/warp-reduced";
import { chipMap } from "@/server/vision/pipelines/face/align-face";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Runtime } from "@/server/vision/types";

/**
 * The embedding of one face by one network: the mean direction of the aligned picture and its mirror image, of unit length.
 * Undefined where the mesh gives no alignment. More looks (turned, enlarged) were measured and brought nothing.
 */
export async function embedFace(
  image: Image,
  mesh: FaceMesh,
  embedder: FaceEmbedder,
  runtime: Runtime,
): Promise<Float32Array | undefined> {
  const map = chipMap(mesh, embedder.chip);
  const chip = map && warpReduced(image, map, embedder.chip.side, embedder.chip.side);
  return chip && meanDirection(await embedChips([chip, mirror(chip)], embedder, runtime));
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

/** In one run where the network takes several at once. */
async function embedChips(chips: readonly Image[], embedder: FaceEmbedder, runtime: Runtime) {
  if (embedder.card.inputs[0].dims[0] !== 1) return infer(runtime, embedder, chips);
  const out: Float32Array[] = [];
  for (const chip of chips) out.push(...(await infer(runtime, embedder, [chip])));
  return out;
}
