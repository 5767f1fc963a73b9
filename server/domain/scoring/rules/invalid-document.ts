import type { Rule } from "@/server/domain/scoring/case";

/** A document that fails its own checks is never accepted. */
export const invalidDocument: Rule = {
  id: "invalid_document",
  run: ({ outputs: { validate } }) => {
    if (!validate || validate.document_valid) return [];
    const failed = validate.checks.filter((check) => check.status === "fail");
    const gravest = validate.reasons[0] ?? failed[0];
    return [
      {
        effect: "review",
        reason: {
          code: "document_invalid",
          message: gravest?.message ?? "The document could not be found valid.",
          value: failed.map((check) => check.name).join(", ") || "no check passed",
        },
      },
    ];
  },
};
