import { resolveCountryCode } from "../../countries/country-code";
import { defineCheck, pass } from "../check";
import { placeOfColumns } from "../zone-readings";

export const nationalityCode = defineCheck({
  id: "nationality_code",
  title: "Nationality is a known code",
  source: "ICAO Doc 9303-3, 5; ISO 3166-1",
  severity: "serious",
  needs: ["mrz"],
  run({ mrz: { parsed, zone } }) {
    const field = parsed.fields.nationality;
    if (!field?.value) return { status: "skipped", missing: ["mrz.nationality"] };
    const { kind, code } = resolveCountryCode(field.raw);
    if (kind !== "unknown") return pass();
    const quad = placeOfColumns(zone, field.ranges[0]);
    return {
      status: "fail",
      reason: "nationality_code_unknown",
      message: `${code} is the code of no nationality.`,
      place: quad && { image: zone.image, quad },
    };
  },
});
