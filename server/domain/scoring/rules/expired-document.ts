import type { Rule } from "@/server/domain/scoring/case";

/** A document whose whole date of expiry has passed is refused. A date in parts is left to the checks. */
export const expiredDocument: Rule = {
  id: "expired_document",
  run: ({ outputs: { ocr }, today }) => {
    const expiry = ocr?.fields.expiry_date;
    if (!expiry || !/^\d{4}-\d{2}-\d{2}$/.test(expiry) || expiry >= today) return [];
    return [
      {
        effect: "reject",
        reason: { code: "document_expired", message: `The document expired on ${expiry}.`, value: expiry },
      },
    ];
  },
};
