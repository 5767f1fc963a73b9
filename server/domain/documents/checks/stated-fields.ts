import { resolveCountryCode } from "../../countries/country-code";
import { defineCheck, pass } from "../check";
import { compareDates, compareFieldNames, compareNumbers } from "../check-kinds/page-zone-check";
import type { FieldName } from "../zone-readings";

const sameCountry = (a: string, b: string) =>
  (resolveCountryCode(a).alpha3 ?? a) === (resolveCountryCode(b).alpha3 ?? b) ? "same" : "different";
const sameText = (a: string, b: string) => (a === b ? "same" : "different");

const COMPARED: readonly (readonly [FieldName, (stated: string, zone: string, truncated: boolean) => string])[] = [
  ["document_number", compareNumbers],
  ["surname", compareFieldNames],
  ["given_names", compareFieldNames],
  ["birth_date", compareDates],
  ["expiry_date", compareDates],
  ["sex", sameText],
  ["nationality", sameCountry],
  ["issuing_country", sameCountry],
];

export const statedFields = defineCheck({
  id: "stated_fields",
  title: "Fields that the caller sent agree with the zone",
  source: "House policy: two statements about one document may not differ",
  severity: "blocking",
  needs: ["stated", "mrz"],
  run({ stated, mrz: { readings, parsed } }) {
    let compared = 0;
    for (const [field, compare] of COMPARED) {
      const [said, zone] = [stated[field], readings.get(field)?.value];
      if (!said || !zone) continue;
      compared++;
      // What was typed has no misread characters: close is not the same.
      if (compare(said, zone, parsed.namesTruncated) === "same") continue;
      const message = `The ${field.replaceAll("_", " ")} was stated as ${said}; the zone has ${zone}.`;
      return { status: "fail", reason: `stated_${field}_differs`, message };
    }
    return compared > 0 ? pass() : { status: "skipped", missing: ["stated.document_number"] };
  },
});
