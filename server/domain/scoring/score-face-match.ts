import type { FactorScore } from "@/server/domain/scoring/case";
import type { FaceMatchOutput } from "@/server/domain/scoring/job-result";

/**
 * Points for the same face on picture and document: the similarity where it reaches the threshold, nothing otherwise.
 */
export function scoreFaceMatch(output: FaceMatchOutput, weight: number): FactorScore {
  const value = output.match ? output.similarity : 0;
  const tenths = Math.round(weight * value);
  const [similarity, threshold] = [output.similarity.toFixed(2), output.threshold.toFixed(2)];
  const verdict = !output.usable
    ? { code: "face_unusable", message: "The two faces could not be compared." }
    : output.match
      ? { code: "face_match", message: `Similarity ${similarity} reaches the threshold ${threshold}.` }
      : { code: "face_mismatch", message: `Similarity ${similarity} is below the threshold ${threshold}.` };
  return {
    value: output.usable ? value : null,
    tenths,
    reasons: [
      { ...verdict, value: output.similarity, threshold: output.threshold, points: tenths / 10 },
      ...output.reasons
        .filter((reason) => !reason.code.startsWith("similarity"))
        .map((reason) => ({ ...reason, points: 0 })),
    ],
  };
}
