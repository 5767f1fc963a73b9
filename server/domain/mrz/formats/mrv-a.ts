import type { MrzFormat } from "../types";

/** Full-page visas, 2 lines of 44. No composite digit, and none for the optional data. */
export const mrvA: MrzFormat = {
  id: "MRVA",
  title: "Machine-readable visa, format A",
  source: "ICAO Doc 9303-7, 4.2.2",
  lengths: [44, 44],
  fields: [
    { name: "document_code", kind: "document_code", line: 0, start: 0, end: 2 },
    { name: "issuing_state", kind: "state", line: 0, start: 2, end: 5 },
    { name: "surname", kind: "names", line: 0, start: 5, end: 44 },
    { name: "document_number", kind: "number", line: 1, start: 0, end: 9 },
    { name: "nationality", kind: "state", line: 1, start: 10, end: 13 },
    { name: "birth_date", kind: "date", line: 1, start: 13, end: 19 },
    { name: "sex", kind: "sex", line: 1, start: 20, end: 21 },
    { name: "expiry_date", kind: "date", line: 1, start: 21, end: 27 },
    { name: "optional", kind: "text", line: 1, start: 28, end: 44 },
  ],
  checks: [
    { id: "document_number", digit: { line: 1, column: 9 }, over: [{ line: 1, start: 0, end: 9 }] },
    { id: "birth_date", digit: { line: 1, column: 19 }, over: [{ line: 1, start: 13, end: 19 }] },
    { id: "expiry_date", digit: { line: 1, column: 27 }, over: [{ line: 1, start: 21, end: 27 }] },
  ],
  expiryHorizon_years: 20,
  accepts: (lines) => lines[0][0] === "V",
};
