import type { MrzFormat } from "../types";

/** The French driving licence card since 2013: one line of 30; the number's digit covers the code and state too. */
export const frenchDrivingLicense: MrzFormat = {
  id: "FRENCH_DRIVING_LICENSE",
  title: "French driving licence",
  source: "ISO/IEC 18013-1 (one-line zone); arrêté du 20 avril 2012",
  lengths: [30],
  fields: [
    { name: "document_code", kind: "document_code", line: 0, start: 0, end: 2 },
    { name: "issuing_state", kind: "state", line: 0, start: 2, end: 5 },
    { name: "document_number", kind: "number", line: 0, start: 5, end: 14 },
    { name: "expiry_date", kind: "date", line: 0, start: 15, end: 21 },
    { name: "surname", kind: "surname", line: 0, start: 21, end: 29 },
  ],
  checks: [
    { id: "document_number", digit: { line: 0, column: 14 }, over: [{ line: 0, start: 0, end: 14 }] },
    { id: "composite", digit: { line: 0, column: 29 }, over: [{ line: 0, start: 0, end: 29 }] },
  ],
  expiryHorizon_years: 20,
  accepts: () => true,
};
