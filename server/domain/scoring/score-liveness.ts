import type { FactorScore } from "@/server/domain/scoring/case";
import type { LivenessOutput } from "@/server/domain/scoring/job-result";

/** Points for a live person: the confidence where the verdict is live and reaches the threshold, nothing otherwise. */
export function scoreLiveness(output: LivenessOutput, threshold: number, weight: number): FactorScore {
  const live = output.is_live && output.confidence >= threshold;
  const value = live ? output.confidence : 0;
  const tenths = Math.round(weight * value);
  const shown = output.confidence.toFixed(2);
  const verdict = output.is_live
    ? live
      ? { code: "live", message: `A live person was seen with confidence ${shown}.` }
      : {
          code: "liveness_below_threshold",
          message: `Liveness ${shown} is below the threshold ${threshold.toFixed(2)}.`,
        }
    : output.faces === 0
      ? { code: "no_face", message: "No face was found in the live picture." }
      : output.spoof_type === "unknown" || output.spoof_type === "none"
        ? { code: "not_live", message: "The picture could not be taken for that of a live person." }
        : {
            code: `spoof_${output.spoof_type}`,
            message: `The picture looks like a ${SPOOF_WORDS[output.spoof_type]}.`,
          };
  return {
    value,
    tenths,
    reasons: [
      { ...verdict, value: output.confidence, threshold, points: tenths / 10 },
      ...output.reasons.filter((reason) => reason.code !== verdict.code).map((reason) => ({ ...reason, points: 0 })),
    ],
  };
}

const SPOOF_WORDS = {
  screen: "picture shown on a screen",
  paper: "printed picture",
  mask: "mask",
  deepfake: "generated or altered face",
} as const;
