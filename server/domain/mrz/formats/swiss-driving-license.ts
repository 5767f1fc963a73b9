import type { MrzFormat } from "../types";

/** The Swiss driving licence: lines of 9, 30 and 30, without any check digit, so it never proves itself. */
export const swissDrivingLicense: MrzFormat = {
  id: "SWISS_DRIVING_LICENSE",
  title: "Swiss driving licence",
  source: "ASTRA, Richtlinie zum Führerausweis im Kreditkartenformat",
  lengths: [9, 30, 30],
  fields: [
    { name: "document_number", kind: "number", line: 0, start: 0, end: 9 },
    { name: "language", kind: "text", line: 0, start: 6, end: 7 },
    { name: "document_code", kind: "document_code", line: 1, start: 0, end: 2 },
    { name: "issuing_state", kind: "state", line: 1, start: 2, end: 5 },
    { name: "personal_number", kind: "digits", line: 1, start: 5, end: 14 },
    { name: "version", kind: "digits", line: 1, start: 14, end: 17 },
    { name: "birth_date", kind: "date", line: 1, start: 19, end: 25 },
    { name: "surname", kind: "names", line: 2, start: 0, end: 30 },
  ],
  checks: [],
  expiryHorizon_years: 20,
  accepts: () => true,
};
