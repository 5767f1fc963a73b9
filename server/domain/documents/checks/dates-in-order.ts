import { defineCheck, pass } from "../check";

export const datesInOrder = defineCheck({
  id: "dates_in_order",
  title: "Birth, issue and expiry follow each other",
  source: "ICAO Doc 9303-3, 3.8",
  severity: "blocking",
  needs: [],
  run({ fields, today }) {
    const { birth_date: birth, issue_date: issue, expiry_date: expiry } = fields;
    if (!birth && !issue) return { status: "skipped", missing: ["birth_date", "issue_date"] };
    const order = [
      ["birth_date_in_future", birth, today, "The date of birth lies in the future."],
      ["issue_date_in_future", issue, today, "The date of issue lies in the future."],
      ["issued_before_birth", birth, issue, "The document was issued before its holder was born."],
      ["expires_before_birth", birth, expiry, "The document expires before its holder was born."],
      ["expires_before_issue", issue, expiry, "The document expires before it was issued."],
    ] as const;
    for (const [reason, earlier, later, message] of order) {
      const shared = Math.min(earlier?.length ?? 0, later?.length ?? 0);
      if (shared > 0 && earlier!.slice(0, shared) > later!.slice(0, shared)) return { status: "fail", reason, message };
    }
    return pass();
  },
});
