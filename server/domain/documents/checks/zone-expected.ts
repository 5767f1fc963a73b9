import { defineCheck, pass } from "../check";

export const zoneExpected = defineCheck({
  id: "zone_expected",
  title: "Zone was found where the document must have one",
  source: "ICAO Doc 9303-4, 4.2; the issuer's own, named in its country file",
  severity: "blocking",
  needs: ["pictures"],
  regards: ["mrz", "barcode", "issuer"],
  run({ detected, mrz, barcode, issuer }) {
    if (mrz) return pass();
    if (detected.type === "other" || detected.type === "driver_license") return { status: "skipped", missing: ["mrz"] };
    const issued = issuer?.documents.filter(({ type }) => type === detected.type) ?? [];
    const zoneless = issued.some((one) => one.zones.length === 0 && (barcode || !one.barcode));
    if (detected.type !== "passport" && zoneless) return { status: "skipped", missing: ["mrz"] };
    return {
      status: "fail",
      reason: "zone_not_found",
      message: "The machine-readable zone was not found: show the side of the document that carries it, whole.",
    };
  },
});
