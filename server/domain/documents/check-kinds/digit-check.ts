import type { MrzCheckId } from "../../mrz/types";
import { type Check, defineCheck, pass, skipped } from "../check";
import { placeOfColumns } from "../zone-readings";

/** A check that one check digit of the zone holds. */
export function digitCheck(digit: MrzCheckId, what: string): Check {
  return defineCheck({
    id: `mrz_${digit}_digit`,
    title: `Check digit of the ${what}`,
    source: "ICAO Doc 9303-3, 4.9",
    severity: "blocking",
    needs: ["mrz"],
    run({ mrz: { parsed, zone } }) {
      const check = parsed.checks.find((one) => one.id === digit);
      if (!check) return skipped(`${digit}_digit`);
      if (check.valid) return pass();
      const quad = placeOfColumns(zone, check.range);
      return {
        status: "fail",
        reason: `mrz_${digit}_digit_wrong`,
        message: `The check digit of the ${what} is ${check.printed}, but its characters give ${check.computed}.`,
        place: quad && { image: zone.image, quad },
      };
    },
  });
}
