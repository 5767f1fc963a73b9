import { defineCheck, pass } from "../check";
import { compareDates, compareFieldNames, compareNumbers } from "../check-kinds/page-zone-check";
import type { FieldName } from "../zone-readings";

const COMPARED: readonly (readonly [
  FieldName,
  string,
  (page: string, code: string) => "same" | "close" | "different",
])[] = [
  ["document_number", "document number", compareNumbers],
  ["birth_date", "date of birth", compareDates],
  ["expiry_date", "date of expiry", compareDates],
  ["surname", "surname", (page, code) => compareFieldNames(page, code, false)],
];

export const pageBarcode = defineCheck({
  id: "page_barcode",
  title: "Page and barcode say the same",
  source: "AAMVA DL/ID Card Design Standard, D.3: the barcode repeats the printed data",
  severity: "serious",
  needs: ["page", "barcode"],
  run({ page, barcode: { readings } }) {
    let compared = 0;
    for (const [field, what, compare] of COMPARED) {
      const [printed, coded] = [page.get(field), readings.get(field)];
      if (!printed || !coded) continue;
      compared++;
      const result = compare(printed.value, coded.value);
      if (result === "same") continue;
      return {
        status: result === "close" || printed.confidence < 0.6 ? "warn" : "fail",
        reason: `page_barcode_${field}_differs`,
        message: `The page prints the ${what} as ${printed.value}; the barcode has ${coded.value}.`,
        place: printed.image && printed.quad && { image: printed.image, quad: printed.quad },
      };
    }
    return compared > 0 ? pass() : { status: "skipped", missing: ["page.document_number"] };
  },
});
