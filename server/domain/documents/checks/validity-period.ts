import { defineCheck, pass } from "../check";

export const validityPeriod = defineCheck({
  id: "validity_period",
  title: "Period of validity is one the issuer gives",
  source: "The issuer's own, named in its country file",
  severity: "minor",
  needs: ["issuer"],
  run({ issuer, fields, detected }) {
    const periods = issuer.documents.find(({ type }) => type === detected.type)?.validity_years;
    const { issue_date: issue, expiry_date: expiry } = fields;
    if (!periods) return { status: "skipped", missing: ["issuer.validity_years"] };
    if (issue?.length !== 10 || expiry?.length !== 10)
      return { status: "skipped", missing: ["issue_date", "expiry_date"] };
    const years = (Date.parse(expiry) - Date.parse(issue)) / (365.25 * 86_400_000);
    // Up to nine months of an old document's rest are added by some issuers, and shorter ones are given for cause.
    if (years <= Math.max(...periods) + 0.8) return pass();
    return {
      status: "warn",
      reason: "validity_too_long",
      message: `Valid for ${years.toFixed(1)} years; ${issuer.title} gives ${periods.join(" or ")}.`,
    };
  },
});
