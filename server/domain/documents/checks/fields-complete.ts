import { defineCheck, pass } from "../check";

/** Without these a document identifies nobody; expiry is judged by `not_expired`. */
const NEEDED = ["document_number", "birth_date"] as const;

export const fieldsComplete = defineCheck({
  id: "fields_complete",
  title: "Name, number and date of birth were read",
  source: "ICAO Doc 9303-3, 3.3: mandatory data elements",
  severity: "blocking",
  needs: [],
  run({ fields }) {
    const missing: string[] = NEEDED.filter((field) => !fields[field]);
    if (!fields.surname && !fields.given_names && !fields.full_name) missing.unshift("surname");
    if (missing.length === 0) return pass();
    return {
      status: "fail",
      reason: "fields_missing",
      message: `Not found on the document: ${missing.map((field) => field.replace("_", " ")).join(", ")}.`,
    };
  },
});
