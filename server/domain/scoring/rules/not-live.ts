import type { Rule } from "@/server/domain/scoring/case";

/** Without a live person nothing is accepted; a named kind of attack is refused. */
export const notLive: Rule = {
  id: "not_live",
  run: ({ outputs: { liveness }, workflow }) => {
    if (!liveness) return [];
    const threshold = workflow.thresholds.liveness;
    if (liveness.is_live && liveness.confidence >= threshold) return [];
    const attack = !liveness.is_live && liveness.spoof_type !== "unknown" && liveness.spoof_type !== "none";
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
