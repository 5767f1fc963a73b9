import { defineCheck, pass } from "../check";
import { placeOfColumns } from "../zone-readings";

/** First letters that each layout allows. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  TD1: /^[ACI]/,
  TD2: /^[ACI]/,
  TD3: /^P/,
  MRVA: /^V/,
  MRVB: /^V/,
  FRENCH_NATIONAL_ID: /^ID/,
  FRENCH_DRIVING_LICENSE: /^D/,
  SWISS_DRIVING_LICENSE: /^F/,
};

export const documentCode = defineCheck({
  id: "document_code",
  title: "Document code fits the zone's layout",
  source: "ICAO Doc 9303-4, 9303-5, 9303-6, 9303-7: 4.2.2, positions 1 and 2",
  severity: "serious",
  needs: ["mrz"],
  run({ mrz: { parsed, zone } }) {
    const field = parsed.fields.document_code;
    if (!field || !parsed.format) return { status: "skipped", missing: ["mrz.document_code"] };
    if (ALLOWED[parsed.format].test(field.raw)) return pass();
    const quad = placeOfColumns(zone, field.ranges[0]);
    return {
      status: "fail",
      reason: "document_code_unfit",
      message: `A zone of layout ${parsed.format} cannot begin with ${field.raw}.`,
      place: quad && { image: zone.image, quad },
    };
  },
});
