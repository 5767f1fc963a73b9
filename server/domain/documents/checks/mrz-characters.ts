import { defineCheck, pass } from "../check";
import { placeOfColumns } from "../zone-readings";

export const mrzCharacters = defineCheck({
  id: "mrz_characters",
  title: "Each position of the zone holds a character it may hold",
  source: "ICAO Doc 9303-3, 4.3; data structure tables of parts 4 to 7",
  severity: "blocking",
  needs: ["mrz"],
  run({ mrz: { parsed, zone } }) {
    const found = parsed.findings.filter(({ code }) => code === "illegal_character" || code === "character_class");
    if (found.length === 0) return pass();
    const worst = found.find(({ severity }) => severity === "error") ?? found[0];
    const quad = placeOfColumns(zone, worst.range);
    return {
      status: worst.severity === "error" ? "fail" : "warn",
      reason: worst.code === "illegal_character" ? "mrz_character_illegal" : "mrz_character_misplaced",
      message: worst.message,
      place: quad && { image: zone.image, quad },
    };
  },
});
