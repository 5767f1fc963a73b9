import { resolveCountryCode } from "../../countries/country-code";
import { defineCheck, pass } from "../check";
import { placeOfColumns } from "../zone-readings";

export const countryCode = defineCheck({
  id: "country_code",
  title: "Issuing state is a known code",
  source: "ICAO Doc 9303-3, 5; ISO 3166-1",
  severity: "blocking",
  needs: ["mrz"],
  run({ mrz: { parsed, zone } }) {
    const field = parsed.fields.issuing_state;
    if (!field?.value) return { status: "skipped", missing: ["mrz.issuing_state"] };
    const { kind, code } = resolveCountryCode(field.raw);
    if (kind === "iso" || kind === "icao") return pass();
    const quad = placeOfColumns(zone, field.ranges[0]);
    const place = quad && { image: zone.image, quad };
    if (kind === "unknown") {
      return {
        status: "fail",
        reason: "country_code_unknown",
        message: `${code} is the code of no issuing state.`,
        place,
      };
    }
    return {
      status: "warn",
      reason: `country_code_${kind}`,
      message: `The issuing state's code ${code} is ${WORDS[kind]}.`,
      place,
    };
  },
});

const WORDS = {
  specimen: "that of specimens",
  withdrawn: "withdrawn",
  two_letter: "a two-letter code, where the standard has three",
} as const;
