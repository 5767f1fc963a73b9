import type { MrzFormat } from "../types";

/** Cards of 105 × 74 mm and the older national identity cards, 2 lines of 36. */
export const td2: MrzFormat = {
  id: "TD2",
  title: "Official travel document, size 2",
  source: "ICAO Doc 9303-6, 4.2.2",
  lengths: [36, 36],
  fields: [
    { name: "document_code", kind: "document_code", line: 0, start: 0, end: 2 },
    { name: "issuing_state", kind: "state", line: 0, start: 2, end: 5 },
    { name: "surname", kind: "names", line: 0, start: 5, end: 36 },
    { name: "document_number", kind: "number", line: 1, start: 0, end: 9 },
    { name: "nationality", kind: "state", line: 1, start: 10, end: 13 },
    { name: "birth_date", kind: "date", line: 1, start: 13, end: 19 },
    { name: "sex", kind: "sex", line: 1, start: 20, end: 21 },
    { name: "expiry_date", kind: "date", line: 1, start: 21, end: 27 },
    { name: "optional", kind: "text", line: 1, start: 28, end: 35 },
  ],
  checks: [
    {
      id: "document_number",
      digit: { line: 1, column: 9 },
      over: [{ line: 1, start: 0, end: 9 }],
      continuation: { line: 1, start: 28, end: 35 },
    },
    { id: "birth_date", digit: { line: 1, column: 19 }, over: [{ line: 1, start: 13, end: 19 }] },
    { id: "expiry_date", digit: { line: 1, column: 27 }, over: [{ line: 1, start: 21, end: 27 }] },
    {
      id: "composite",
      digit: { line: 1, column: 35 },
      over: [
        { line: 1, start: 0, end: 10 },
        { line: 1, start: 13, end: 20 },
        { line: 1, start: 21, end: 35 },
      ],
    },
  ],
  expiryHorizon_years: 50,
  accepts: (lines) => lines[0][0] !== "V",
};
