import { defineCheck, pass } from "../check";

export const mrzFormat = defineCheck({
  id: "mrz_format",
  title: "Number and lengths of the zone's lines",
  source: "ICAO Doc 9303-4, 9303-5, 9303-6, 9303-7: 4.2",
  severity: "blocking",
  needs: ["zone_lines"],
  run({ zone_lines: { parsed } }) {
    if (parsed.format) return pass(`The zone has the layout ${parsed.format}.`);
    const lengths = parsed.lines.map((line) => line.length).join(", ");
    return {
      status: "fail",
      reason: "mrz_format_unknown",
      message: `The zone's ${parsed.lines.length} lines of ${lengths} characters fit no known layout.`,
    };
  },
});
