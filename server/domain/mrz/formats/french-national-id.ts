import type { MrzFormat } from "../types";

/**
 * The French identity card issued until 2021, 2 lines of 36 of its own: issue month instead of expiry,
 * given names on the second line. Its 12-character number is issue month, department and serial number.
 */
export const frenchNationalId: MrzFormat = {
  id: "FRENCH_NATIONAL_ID",
  title: "French national identity card (1995–2021)",
  source: "Décret n° 55-1397 du 22 octobre 1955 (carte nationale d’identité); PRADO FRA-BO-02",
  lengths: [36, 36],
  fields: [
    { name: "document_code", kind: "document_code", line: 0, start: 0, end: 2 },
    { name: "issuing_state", kind: "state", line: 0, start: 2, end: 5 },
    { name: "surname", kind: "surname", line: 0, start: 5, end: 30 },
    { name: "office", kind: "text", line: 0, start: 30, end: 36 },
    { name: "document_number", kind: "number", line: 1, start: 0, end: 12 },
    { name: "issue_date", kind: "issue_month", line: 1, start: 0, end: 4 },
    { name: "department", kind: "text", line: 1, start: 4, end: 7 },
    { name: "serial_number", kind: "digits", line: 1, start: 7, end: 12 },
    { name: "given_names", kind: "given_names", line: 1, start: 13, end: 27 },
    { name: "birth_date", kind: "date", line: 1, start: 27, end: 33 },
    { name: "sex", kind: "sex", line: 1, start: 34, end: 35 },
  ],
  checks: [
    { id: "document_number", digit: { line: 1, column: 12 }, over: [{ line: 1, start: 0, end: 12 }] },
    { id: "birth_date", digit: { line: 1, column: 33 }, over: [{ line: 1, start: 27, end: 33 }] },
    {
      id: "composite",
      digit: { line: 1, column: 35 },
      over: [
        { line: 0, start: 0, end: 36 },
        { line: 1, start: 0, end: 35 },
      ],
    },
  ],
  expiryHorizon_years: 20,
  accepts: (lines) => lines[0].startsWith("IDFRA"),
};
