import { planar } from "@/server/vision/ops/planar";
import type { Image, Model, ModelCard, Point, Tensor } from "@/server/vision/types";

/** A network that turns aligned faces into embeddings, with the alignment it was trained on. */
export interface FaceEmbedder extends Model<readonly Image[], readonly Float32Array[]> {
  readonly chip: ChipTemplate;
}

/** Where five or so points of a face lie in the aligned picture, and which mesh points they are. */
export interface ChipTemplate {
  /** Width and height of the aligned picture, pixels. */
  readonly side: number;
  /** Each point is the mean of these FaceMesh indices. */
  readonly mesh: readonly (readonly number[])[];
  readonly at: readonly Point<"chip">[];
}

export interface EmbedderFacts {
  readonly card: ModelCard;
  readonly chip: ChipTemplate;
  readonly mean: readonly [number, number, number];
  readonly scale: readonly [number, number, number];
  readonly order: "rgb" | "bgr";
}

/** An embedder from its facts: chips in, one embedding a chip out, as the network gives it (not normalised). */
export function faceEmbedder(facts: EmbedderFacts): FaceEmbedder {
  const { card, chip } = facts;
  return {
    card,
    chip,
    encode: (chips) => ({ [card.inputs[0].name]: stack(chips.map((c) => planar(c, facts))) }),
    decode: (out, chips) => {
      const { data } = out[card.outputs[0].name];
      const length = data.length / chips.length;
      return chips.map((_, i) => data.slice(i * length, (i + 1) * length));
    },
  };
}

function stack(tensors: readonly Tensor[]): Tensor {
  const [, ...rest] = tensors[0].dims;
  const data = new Float32Array(tensors.length * tensors[0].data.length);
  tensors.forEach((t, i) => {
    data.set(t.data, i * t.data.length);
  });
  return { dims: [tensors.length, ...rest], data };
}
