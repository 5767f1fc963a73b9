import { boxBlur } from "@/server/vision/ops/box-blur";
import { gray } from "@/server/vision/ops/gray";
import { ramp } from "@/server/vision/ops/ramp";
import { similarityTransform } from "@/server/vision/ops/similarity-transform";
import { warpReduced } from "@/server/vision/ops/warp-reduced";
import type { ForgerySign } from "@/server/vision/pipelines/document/forgery/types";
import { eyeDistance, meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Quad } from "@/server/vision/types";

const SIDE = 64;
/** Eyes' outer corners, nose tip and corners of the mouth, and where they stand in the chip, shares of its side. */
const POINTS = [33, 263, 4, 61, 291];
const PLACES = [
  [0.3, 0.38],
  [0.7, 0.38],
  [0.5, 0.58],
  [0.36, 0.75],
  [0.64, 0.75],
].map(([x, y]) => ({ x: x * SIDE, y: y * SIDE }));
/** Pixels between the eyes below which a face has no features to compare. */
const EYES_MIN = 24;
/** Two prints of one photograph correlate above, portraits of two people below (95 % of pairs below 0.56). */
const SAME = 0.7;
const OTHER = 0.5;
/** Two faces, whoever they are, correlate above this; where they do not, one of them is none. */
const ANY_FACES = 0.2;

/**
 * The ghost image is a second print of the portrait's photograph. Where it shows another picture, one of the two was
 * changed.
 */
export const ghostDiffers: ForgerySign = {
  id: "ghost_differs",
  measure: ({ image, portrait, ghost }) => {
    if (!portrait || !ghost || Math.min(eyeDistance(portrait.mesh), eyeDistance(ghost)) < EYES_MIN) return undefined;
    const likeness = bestMatch(chipOf(image, portrait.mesh), chipOf(image, ghost));
    if (likeness < ANY_FACES) return undefined;
    const note = `The small second portrait is not the same photograph (correlation ${likeness.toFixed(2)}).`;
    return { strength: ramp(likeness, SAME, OTHER), quad: around(ghost), note };
  },
};

/** The face, level, of one size, without what light and tint add: features of a few pixels only. */
function chipOf(image: Image, mesh: FaceMesh): Float32Array {
  const map = similarityTransform<"source", "chip">(
    POINTS.map((index) => meshPoint(mesh, index)),
    PLACES,
  );
  if (!map) return new Float32Array(SIDE * SIDE);
  const fine = boxBlur(gray(warpReduced(image, map, SIDE, SIDE, { fill: "edge" })), 1);
  const coarse = boxBlur(fine, 3).data;
  return fine.data.map((value, i) => value - coarse[i]);
}

const SHIFT = 3;

/** The best correlation over small shifts, for meshes of small faces are a pixel or two off. */
function bestMatch(a: Float32Array, b: Float32Array): number {
  let best = -1;
  for (let dy = -SHIFT; dy <= SHIFT; dy++) {
    for (let dx = -SHIFT; dx <= SHIFT; dx++) best = Math.max(best, correlation(a, b, dy * SIDE + dx));
  }
  return best;
}

function correlation(a: Float32Array, b: Float32Array, shift: number): number {
  const edge = 2 * SHIFT;
  const n = (SIDE - 2 * edge) ** 2;
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let y = edge; y < SIDE - edge; y++) {
    for (let i = y * SIDE + edge; i < (y + 1) * SIDE - edge; i++) {
      const [p, q] = [a[i], b[i + shift]];
      sa += p;
      sb += q;
      saa += p * p;
      sbb += q * q;
      sab += p * q;
    }
  }
  return (sab - (sa * sb) / n) / Math.sqrt((saa - (sa * sa) / n) * (sbb - (sb * sb) / n) + 1e-9);
}

function around({ xyz }: FaceMesh): Quad {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xyz.length; i += 3) {
    x0 = Math.min(x0, xyz[i]);
    x1 = Math.max(x1, xyz[i]);
    y0 = Math.min(y0, xyz[i + 1]);
    y1 = Math.max(y1, xyz[i + 1]);
  }
  return [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ];
}
