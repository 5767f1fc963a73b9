import { defineCheck, pass } from "../check";

export const nationalNumber = defineCheck({
  id: "national_number",
  title: "Check digits of the national number",
  source: "The issuer's own, named in its country file",
  severity: "serious",
  needs: ["issuer", "national_numbers"],
  run({ issuer, fields, national_numbers }) {
    const rules = issuer.nationalNumbers ?? [];
    const value = fields.personal_number?.toUpperCase();
    if (rules.length === 0) return { status: "skipped", missing: ["issuer.national_number"] };
    if (!value) return { status: "skipped", missing: ["personal_number"] };
    // The zone writes every mark as filler; some numbers need theirs (the Finnish century sign).
    const forms = [value.replace(/[^A-Z0-9]/g, ""), value.replace(/[\s<]+/g, "-")];
    const verdicts = rules
      .flatMap(({ rule }) => forms.map((form) => national_numbers(rule, form)))
      .filter((one) => one !== null);
    if (verdicts.length === 0) return { status: "skipped", missing: ["national_number_rule"] };
    if (verdicts.includes(true)) return pass();
    const names = [...new Set(rules.map(({ name }) => name))].join(" or ");
    return { status: "warn", reason: "national_number_wrong", message: `The personal number is no valid ${names}.` };
  },
});
