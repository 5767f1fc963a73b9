import type { MrzFormat } from "../types";

/** Cards of credit-card size, 3 lines of 30. */
export const td1: MrzFormat = {
  id: "TD1",
  title: "Official travel document, size 1",
  source: "ICAO Doc 9303-5, 4.2.2",
  lengths: [30, 30, 30],
  fields: [
    { name: "document_code", kind: "document_code", line: 0, start: 0, end: 2 },
    { name: "issuing_state", kind: "state", line: 0, start: 2, end: 5 },
    { name: "document_number", kind: "number", line: 0, start: 5, end: 14 },
    { name: "optional1", kind: "text", line: 0, start: 15, end: 30 },
    { name: "birth_date", kind: "date", line: 1, start: 0, end: 6 },
    { name: "sex", kind: "sex", line: 1, start: 7, end: 8 },
    { name: "expiry_date", kind: "date", line: 1, start: 8, end: 14 },
    { name: "nationality", kind: "state", line: 1, start: 15, end: 18 },
    { name: "optional2", kind: "text", line: 1, start: 18, end: 29 },
    { name: "surname", kind: "names", line: 2, start: 0, end: 30 },
  ],
  checks: [
    {
      id: "document_number",
      digit: { line: 0, column: 14 },
      over: [{ line: 0, start: 5, end: 14 }],
      continuation: { line: 0, start: 15, end: 30 },
    },
    { id: "birth_date", digit: { line: 1, column: 6 }, over: [{ line: 1, start: 0, end: 6 }] },
    { id: "expiry_date", digit: { line: 1, column: 14 }, over: [{ line: 1, start: 8, end: 14 }] },
    {
      id: "composite",
      digit: { line: 1, column: 29 },
      over: [
        { line: 0, start: 5, end: 30 },
        { line: 1, start: 0, end: 7 },
        { line: 1, start: 8, end: 15 },
        { line: 1, start: 18, end: 29 },
      ],
    },
  ],
  expiryHorizon_years: 50,
  accepts: () => true,
};
