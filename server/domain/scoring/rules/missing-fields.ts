import type { Rule } from "@/server/domain/scoring/case";

/** Fields that the workflow calls mandatory and that were not read: a human must complete them. */
export const missingFields: Rule = {
  id: "missing_fields",
  run: ({ workflow, outputs: { ocr } }) => {
    if (!ocr) return [];
    const fields: Record<string, unknown> = ocr.fields;
    const missing = workflow.mandatory_fields.filter((field) => fields[field] === undefined || fields[field] === "");
    if (missing.length === 0) return [];
    return [
      {
        effect: "review",
        reason: {
          code: "mandatory_field_missing",
          message: `Not read from the document: ${missing.join(", ")}.`,
          value: missing.join(", "),
        },
      },
    ];
  },
};
