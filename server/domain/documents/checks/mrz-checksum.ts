import { defineCheck, pass } from "../check";

export const mrzChecksum = defineCheck({
  id: "mrz_checksum",
  title: "All check digits of the zone",
  source: "ICAO Doc 9303-3, 4.9",
  severity: "blocking",
  needs: ["mrz"],
  run({ mrz: { parsed } }) {
    // A layout without check digits (the Swiss licence) proves nothing, and fails nothing.
    if (parsed.checks.length === 0) return { status: "skipped", missing: ["check_digits"] };
    const wrong = parsed.checks.filter((check) => !check.valid).map((check) => check.id);
    if (wrong.length === 0) return pass();
    return {
      status: "fail",
      reason: "mrz_checksum_fail",
      message: `Check digits of the zone do not hold: ${wrong.join(", ")}.`,
    };
  },
});
