import type { Rule } from "@/server/domain/scoring/case";

/**
 * Another face, or faces that cannot be compared: never accepted. A live person who cannot be compared is for a human.
 */
export const faceMismatch: Rule = {
  id: "face_mismatch",
  run: ({ asked, outputs: { face_match: match, liveness } }) => {
    if (!match || match.match) return [];
    if (match.usable)
      return [
        {
          effect: "review",
          reason: {
            code: "face_mismatch",
            message: "The live face and the face on the document are not the same within the threshold.",
            value: match.similarity,
            threshold: match.threshold,
          },
        },
      ];
    const live = !asked.has("liveness") || liveness?.is_live === true;
    return [
      {
        effect: live ? "hold" : "review",
        reason: { code: "face_unusable", message: "The faces could not be compared; a person must look." },
      },
    ];
  },
};
