import { defineCheck, pass } from "../check";
import { placeOfColumns } from "../zone-readings";

export const mrzRepairs = defineCheck({
  id: "mrz_repairs",
  title: "Zone was read without repair",
  source: "House policy: a repaired reading is said to be one",
  severity: "minor",
  needs: ["mrz"],
  run({ mrz: { parsed, zone } }) {
    const exchanged = [...(zone.corrections ?? []), ...parsed.repairs];
    const [first] = exchanged;
    if (!first) return pass();
    const list = exchanged.map(
      ({ line, column, from, to }) => `${from}→${to} at line ${line + 1}, column ${column + 1}`,
    );
    const quad = placeOfColumns(zone, { line: first.line, start: first.column, end: first.column + 1 });
    return {
      status: "warn",
      reason: "mrz_repaired",
      message: `Characters of the zone were taken for others so that its layout and check digits hold: ${list.join("; ")}.`,
      place: quad && { image: zone.image, quad },
    };
  },
});
