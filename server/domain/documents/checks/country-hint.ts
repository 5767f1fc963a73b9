import { resolveCountryCode } from "../../countries/country-code";
import { defineCheck, pass } from "../check";

export const countryHint = defineCheck({
  id: "country_hint",
  title: "Document was issued by the country the caller said",
  source: "House policy",
  severity: "blocking",
  needs: ["country_hint"],
  run({ country_hint: hint, detected }) {
    if (!detected.country) return { status: "skipped", missing: ["country"] };
    const expected = resolveCountryCode(hint).alpha3 ?? hint;
    if (detected.country === expected) return pass();
    return {
      status: "fail",
      reason: "country_unexpected",
      message: `The caller expected ${expected}; the document was issued by ${detected.country}.`,
    };
  },
});
