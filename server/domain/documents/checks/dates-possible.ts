import { defineCheck, pass } from "../check";
import { placeOfColumns } from "../zone-readings";

export const datesPossible = defineCheck({
  id: "dates_possible",
  title: "Dates of the zone are days of the calendar",
  source: "ICAO Doc 9303-3, 4.8",
  severity: "blocking",
  needs: ["mrz"],
  run({ mrz: { parsed, zone } }) {
    const wrong = parsed.findings.find(({ code }) => code === "impossible_date" || code === "incomplete_date");
    if (!wrong) return pass();
    const quad = placeOfColumns(zone, wrong.range);
    return { status: "fail", reason: wrong.code, message: wrong.message, place: quad && { image: zone.image, quad } };
  },
});
