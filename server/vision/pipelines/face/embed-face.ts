import { infer } from "@/server/vision/infer";
import type { FaceEmbedder } from "@/server/vision/models/face-embedder";
import { composeAffine } from "@/server/vision/ops/affine";
import { mirror } from "@/server/vision/ops/mirror";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import { chipMap } from "@/server/vision/pipelines/face/align-face";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Affine, Image, Runtime } from "@/server/vision/types";

/**
 * Looks at the face that are averaged: enlargement and turn (radians) of the aligned picture about its centre. Three looks and
 * their mirror images took FNMR at FMR 1e-2 from 0.090 (one look) to 0.074; more looks brought nothing.
 */
const LOOKS: readonly (readonly [scale: number, turn: number])[] = [
  [1.08, 0],
  [1, 0.07],
  [1, -0.07],
];

/** The template of one face: the mean direction of its looks, of unit length. Undefined where the mesh gives no alignment. */
export async function embedFace(
  image: Image,
  mesh: FaceMesh,
  embedder: FaceEmbedder,
  runtime: Runtime,
): Promise<Float32Array | undefined> {
  const map = chipMap(mesh, embedder.chip);
  if (!map) return undefined;
  const chips: Image[] = [];
  for (const [scale, turn] of LOOKS) {
    const chip = warpAffine(image, composeAffine(map, about(embedder.chip.side, scale, turn)), ...square(embedder));
    chips.push(chip, mirror(chip));
  }
  return meanDirection(await embedChips(chips, embedder, runtime));
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

function square(embedder: FaceEmbedder): [width: number, height: number] {
  return [embedder.chip.side, embedder.chip.side];
}

/** Scale and turn about the middle of a chip. */
function about(side: number, scale: number, turn: number): Affine<"chip", "look"> {
  const [cos, sin, half] = [Math.cos(turn) * scale, Math.sin(turn) * scale, side / 2];
  return { m: [cos, -sin, half - half * cos + half * sin, sin, cos, half - half * sin - half * cos] };
}
