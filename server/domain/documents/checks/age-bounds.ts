import { addYears } from "../../mrz/read-date";
import { defineCheck, pass } from "../check";

/** The oldest age ever recorded is 122. */
const OLDEST_YEARS = 123;

export const ageBounds = defineCheck({
  id: "age_bounds",
  title: "Holder's age is a possible one",
  source: "House policy",
  severity: "serious",
  needs: [],
  run({ fields, today }) {
    const birth = fields.birth_date;
    if (!birth) return { status: "skipped", missing: ["birth_date"] };
    if (birth.slice(0, 4) >= addYears(today, -OLDEST_YEARS).slice(0, 4)) return pass();
    return { status: "fail", reason: "age_impossible", message: `Nobody born in ${birth.slice(0, 4)} is alive.` };
  },
});
