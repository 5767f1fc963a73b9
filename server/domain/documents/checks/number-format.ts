import { defineCheck, pass } from "../check";

export const numberFormat = defineCheck({
  id: "number_format",
  title: "Document number has the issuer's form",
  source: "The issuer's own, named in its country file",
  severity: "serious",
  needs: ["issuer"],
  run({ issuer, fields, detected }) {
    const patterns = issuer.documents
      .filter(({ type, number }) => type === detected.type && number)
      .map(({ number }) => number!);
    const value = fields.document_number?.replace(/[^A-Z0-9]/gi, "").toUpperCase();
    if (patterns.length === 0) return { status: "skipped", missing: ["issuer.number_format"] };
    if (!value) return { status: "skipped", missing: ["document_number"] };
    if (patterns.some((pattern) => pattern.test(value))) return pass();
    return {
      status: "warn",
      reason: "number_format_unknown",
      message: `${value} has not the form of ${issuer.title}'s document numbers.`,
    };
  },
});
