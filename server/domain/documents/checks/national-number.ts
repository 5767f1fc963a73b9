import { defineCheck, pass } from "../check";

export const nationalNumber = defineCheck({
  id: "national_number",
  title: "Check digits of the national number",
  source: "The issuer's own, named in its country file",
  severity: "serious",
  needs: ["issuer", "national_numbers"],
  run({ issuer, fields, national_numbers }) {
    const rules = issuer.nationalNumbers ?? [];
    const value = fields.personal_number?.replace(/[^A-Z0-9]/gi, "").toUpperCase();
    if (rules.length === 0) return { status: "skipped", missing: ["issuer.national_number"] };
    if (!value) return { status: "skipped", missing: ["personal_number"] };
    const verdicts = rules.map(({ rule }) => national_numbers(rule, value)).filter((one) => one !== null);
    if (verdicts.length === 0) return { status: "skipped", missing: ["national_number_rule"] };
    if (verdicts.includes(true)) return pass();
    const names = rules.map(({ name }) => name).join(" or ");
    return { status: "warn", reason: "national_number_wrong", message: `The personal number is no valid ${names}.` };
  },
});
