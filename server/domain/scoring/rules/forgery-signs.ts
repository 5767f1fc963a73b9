import { checks } from "@/server/domain/documents/checks";
import type { Rule } from "@/server/domain/scoring/case";

/** Checks that speak for signs of forgery; a minor one alone holds nobody up. */
const SPEAKING = new Set(
  checks.filter((one) => one.needs.includes("forgery") && one.severity !== "minor").map(({ id }) => id),
);

/** A sign of forgery is a reason and no verdict: whatever the score, a person looks before the document is accepted. */
export const forgerySigns: Rule = {
  id: "forgery_signs",
  run: ({ outputs: { validate } }) =>
    (validate?.checks ?? [])
      .filter(({ name, status }) => SPEAKING.has(name) && (status === "warn" || status === "fail"))
      .map(({ name, reason, message }) => ({
        effect: "review" as const,
        reason: {
          code: reason ?? name,
          message: message ?? "The picture of the document shows a sign of forgery.",
          value: name,
        },
      })),
};
