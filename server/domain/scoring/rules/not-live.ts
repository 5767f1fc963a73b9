import type { Rule } from "@/server/domain/scoring/case";

/**
 * From this confidence on a named kind of attack is refused; below, one picture is weak evidence, and a person looks.
 */
const SURE = 0.8;

/** Without a live person nothing is accepted; an attack that is plainly seen is refused. */
export const notLive: Rule = {
  id: "not_live",
  run: ({ outputs: { liveness }, workflow }) => {
    if (!liveness) return [];
    const threshold = workflow.thresholds.liveness;
    if (liveness.is_live && liveness.confidence >= threshold) return [];
    const named = liveness.spoof_type !== "unknown" && liveness.spoof_type !== "none";
    const attack = !liveness.is_live && named && liveness.confidence >= SURE;
    return [
      {
        effect: attack ? "reject" : "review",
        reason: {
          code: attack ? "spoof_detected" : "liveness_not_shown",
          message: attack
            ? `The live picture shows signs of an attack (${liveness.spoof_type}).`
            : "It was not shown that a live person took part.",
          value: liveness.confidence,
          threshold,
        },
      },
    ];
  },
};
