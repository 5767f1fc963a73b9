import { defineCheck, pass } from "../check";
import { placeOfColumns } from "../zone-readings";

export const mrzRepairs = defineCheck({
  id: "mrz_repairs",
  title: "Zone was read without repair",
  source: "House policy: a repaired reading is said to be one",
  severity: "minor",
  needs: ["mrz"],
  run({ mrz: { parsed, zone } }) {
    const [first] = parsed.repairs;
    if (!first) return pass();
    const list = parsed.repairs.map(
      ({ line, column, from, to }) => `${from}→${to} at line ${line + 1}, column ${column + 1}`,
    );
    const quad = placeOfColumns(zone, { line: first.line, start: first.column, end: first.column + 1 });
    return {
      status: "warn",
      reason: "mrz_repaired",
      message: `Look-alike characters of the zone were exchanged so that its check digits hold: ${list.join("; ")}.`,
      place: quad && { image: zone.image, quad },
    };
  },
});
