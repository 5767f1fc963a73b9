import { calibratedModels, calibrationOf } from "@/server/domain/face/calibrations";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { scoreTemplates } from "@/server/domain/face/score-templates";

const SOUND = { size: 0.9, sharpness: 0.9, exposure: 0.9, frontal: 0.95, overall: 0.9 };

export interface FacePair {
  readonly live: FaceEvidence;
  readonly document: FaceEvidence;
}

/** Two templates of the first calibrated model whose similarity is `similarity` (0.01–0.99) to a hundredth. */
export function facePair(similarity: number): FacePair {
  const [model] = calibratedModels();
  const calibration = model && calibrationOf(model);
  if (!calibration) throw new Error("No face model is calibrated.");
  const one = unit(calibration.cohort[0]);
  const across = unit(minus(calibration.cohort[1], one));
  const mixed = (share: number) => one.map((v, i) => share * v + Math.sqrt(1 - share * share) * across[i]);
  let [low, high] = [-0.999, 0.999];
  for (let step = 0; step < 16; step++) {
    const middle = (low + high) / 2;
    if (scoreTemplates(one, mixed(middle), calibration).similarity < similarity) low = middle;
    else high = middle;
  }
  const ref = { ...model, sha256: "0".repeat(64) };
  const of = (template: number[]): FaceEvidence => ({ faces: 1, template, quality: SOUND, model: ref });
  return { live: of(one), document: of(mixed(high)) };
}

/** The same with the live face as it was really seen. */
export function withLive(pair: FacePair, change: Partial<FaceEvidence>): FacePair {
  return { ...pair, live: { ...pair.live, ...change } };
}

export function withDocument(pair: FacePair, change: Partial<FaceEvidence>): FacePair {
  return { ...pair, document: { ...pair.document, ...change } };
}

/** A quality whose named part is what holds it back. */
export function poor(part: "size" | "sharpness" | "exposure" | "frontal"): NonNullable<FaceEvidence["quality"]> {
  return { ...SOUND, [part]: 0.05, overall: 0.05 };
}

function unit(vector: ArrayLike<number>): number[] {
  const values = Array.from(vector);
  const length = Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));
  return values.map((v) => v / length);
}

/** What is left of a vector across another of unit length. */
function minus(vector: ArrayLike<number>, along: readonly number[]): number[] {
  const values = Array.from(vector);
  const share = values.reduce((sum, v, i) => sum + v * along[i], 0);
  return values.map((v, i) => v - share * along[i]);
}
