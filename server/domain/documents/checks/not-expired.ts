import { defineCheck, pass } from "../check";

export const notExpired = defineCheck({
  id: "not_expired",
  title: "Document has not expired",
  source: "ICAO Doc 9303-3, 3.8",
  severity: "blocking",
  needs: [],
  run({ fields, today }) {
    const expiry = fields.expiry_date;
    if (!expiry) return { status: "skipped", missing: ["expiry_date"] };
    if (today.slice(0, expiry.length) <= expiry) return pass();
    return { status: "fail", reason: "document_expired", message: `The document expired on ${expiry}.` };
  },
});
