import card from "@/models/blazeface/card.json";
import { planar } from "@/server/vision/ops/planar";
import { sigmoid } from "@/server/vision/ops/sigmoid";
import type { Box, Image, Model, Point } from "@/server/vision/types";

/** One face as BlazeFace sees it, in pixels of its 256-pixel input. */
export interface BlazeFaceHit {
  readonly score: number;
  readonly box: Box;
  /** The person's right eye, left eye, nose tip, mouth, right ear, left ear. */
  readonly points: readonly Point<"detector">[];
}

export const BLAZEFACE_SIDE = 256;
/** Hits below this are not even decoded; policy asks for more. */
const LEAST_SCORE = 0.2;

/** BlazeFace (Bazarevsky et al. 2019), back camera. Input: 256×256 RGB. Output: overlapping hits of score ≥ 0.2. */
export const blazeFace: Model<Image, readonly BlazeFaceHit[]> = {
  card,
  encode: (image) => ({ input: planar(image, { mean: [127.5, 127.5, 127.5], scale: [127.5, 127.5, 127.5] }) }),
  decode: (out) => [
    ...readLevel(out.scores16.data, out.boxes16.data, { stride: 16, each: 2 }),
    ...readLevel(out.scores32.data, out.boxes32.data, { stride: 32, each: 6 }),
  ],
};

function readLevel(
  scores: Float32Array,
  boxes: Float32Array,
  { stride, each }: { stride: number; each: number },
): BlazeFaceHit[] {
  const across = BLAZEFACE_SIDE / stride;
  const hits: BlazeFaceHit[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = sigmoid(scores[i]);
    if (score < LEAST_SCORE) continue;
    const cell = Math.floor(i / each);
    const anchorX = ((cell % across) + 0.5) * stride;
    const anchorY = (Math.floor(cell / across) + 0.5) * stride;
    const row = boxes.subarray(i * 16, i * 16 + 16);
    const [width, height] = [row[2], row[3]];
    const box = { x: anchorX + row[0] - width / 2, y: anchorY + row[1] - height / 2, width, height };
    const points = [0, 1, 2, 3, 4, 5].map((p) => ({ x: anchorX + row[4 + 2 * p], y: anchorY + row[5 + 2 * p] }));
    hits.push({ score, box, points });
  }
  return hits;
}
