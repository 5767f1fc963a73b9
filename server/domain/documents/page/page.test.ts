import { describe, expect, it } from "vitest";
import { detectPrintedTypes } from "./detect-type";
import { parsePrintedDate } from "./parse-printed-date";
import { parseValue } from "./parse-value";
import { splitLabel } from "./split-label";

const limit = "2026-01-15";

describe("printed dates", () => {
  it.each([
    ["12.08.1974", "1974-08-12"],
    ["12/08/1974", "1974-08-12"],
    ["1974-08-12", "1974-08-12"],
    ["12 08 1974", "1974-08-12"],
    ["12 AUG 1974", "1974-08-12"],
    ["12 AUG/AOÛT 74", "1974-08-12"],
    ["01 JAN/JAN 85", "1985-01-01"],
    ["20FEB1979", "1979-02-20"],
    ["3 augusti 1990", "1990-08-03"],
    ["21.121971", "1971-12-21"],
    ["1990年1月2日", "1990-01-02"],
    ["O1.O2.2OO3", "2003-02-01"],
    ["XX.08.1974", "1974-08"],
    ["XX XX 1974", "1974"],
  ])("reads %s as %s", (text, iso) => {
    expect(parsePrintedDate(text, { limit })).toBe(iso);
  });

  it("reads figures month first where the issuer prints them so", () => {
    expect(parsePrintedDate("01/06/1958", { limit, monthFirst: true })).toBe("1958-01-06");
    expect(parsePrintedDate("25/06/1958", { limit, monthFirst: true })).toBe("1958-06-25");
  });

  it.each(["", "31.02.1990", "SPECIMEN", "99.99.9999", "12345"])("finds none in %j", (text) => {
    expect(parsePrintedDate(text, { limit })).toBeNull();
  });
});

describe("labels", () => {
  it.each([
    ["Surname/Nom", ["surname"], ""],
    ["1. Nom / Surname", ["surname"], ""],
    ["Dateofbirth/Datedenaissance", ["birth_date"], ""],
    ["Given name(s): ANNA MARIA", ["given_names"], "ANNA MARIA"],
    ["Date de naissance(A-M-J):1986-10-16", ["birth_date"], "1986-10-16"],
    ["autoriteti leshues/authority", ["authority"], ""],
    ["Geburtsdatum", ["birth_date"], ""],
    ["Sexe:M", ["sex"], "M"],
    ["Sumame/Nom", ["surname"], ""],
    ["Фамилия/Surname", ["surname"], ""],
  ])("parts %s", (line, fields, rest) => {
    expect(splitLabel(line)).toMatchObject({ label: true, fields, rest });
  });

  it.each(["MARTIN", "ERIKSSON", "12.08.1974", "GATINEAU", "NOMEL KOFFI"])(
    "takes the value %s for no label",
    (line) => {
      expect(splitLabel(line)).toMatchObject({ label: false, rest: line });
    },
  );
});

describe("values", () => {
  const context = { today: limit, monthFirst: false };
  it.each([
    ["sex", "F", "F"],
    ["sex", "K/F", "F"],
    ["sex", "M/M", "M"],
    ["sex", "Ж", "F"],
    ["nationality", "CANADIAN/CANADIENNE", "CAN"],
    ["nationality", "D", "D"],
    ["nationality", "DEUTSCH", "DEU"],
    ["nationality", "UTOPIAN", "UTO"],
    ["document_number", "LIC#WDLABCD456DG", "WDLABCD456DG"],
    ["document_number", "PA 0940443", "PA0940443"],
    ["surname", "LIN, MEI-HUA", "LIN"],
    ["given_names", "LIN, MEI-HUA", "MEI-HUA"],
    ["licence_categories", "AM A1 A B1 B", "AM A1 A B1 B"],
  ] as const)("reads the %s %s as %s", (field, text, value) => {
    expect(parseValue(field, text, context)).toBe(value);
  });

  it.each([
    ["surname", "12.08.1974"],
    ["document_number", "SPECIMEN"],
    ["document_number", "12.08.1974"],
    ["sex", "OTTAWA"],
    ["nationality", "DATEDENAISSANCE"],
  ] as const)("finds no %s in %s", (field, text) => {
    expect(parseValue(field, text, context)).toBeNull();
  });
});

describe("titles", () => {
  it.each([
    ["PASSPORT", "passport"],
    ["REISEPASS", "passport"],
    ["DRIVERLICENSE", "driver_license"],
    ["Permis de conduire", "driver_license"],
    ["IDENTITY CARD/ CARTE D'IDENTITE", "id_card"],
    ["TITRE DE SEJOUR", "residence_permit"],
    ["ПАСПОРТ", "passport"],
  ])("knows %s", (line, type) => {
    const [best] = [...detectPrintedTypes([line])].sort((a, b) => b[1] - a[1]);
    expect(best[0]).toBe(type);
  });
});
