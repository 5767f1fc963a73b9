import { describe, expect, it } from "vitest";
import type { DocumentEvidence, TextLine } from "./evidence";
import { judgeDocument } from "./judge-document";
import { readDocument } from "./read-document";
import { line, nothing, person, side, zone } from "./testing/drawn-evidence";

const context = { today: "2026-01-15", documentHint: "auto", countryHint: "auto" };
const statusOf = (evidence: DocumentEvidence, id: string, hints = context) =>
  judgeDocument(evidence, hints).checks.find(({ name }) => name === id);

describe("cards and licences", () => {
  it("reads a licence of the EU model by its field numbers, dates by 4a and 4b", () => {
    const lines = [
      line("PERMIS DE CONDUIRE", 300, 20),
      line("1. DUPONT", 300, 80),
      line("2. JEAN", 300, 110),
      line("3. 06.05.1980 LYON", 300, 140),
      line("4a. 01.02.2020", 300, 170),
      line("4b. 01.02.2035", 300, 200),
      line("4c. PREFECTURE", 300, 230),
      line("5. 12AB34567", 300, 260),
      line("9. AM B1 B", 300, 290),
    ];
    const read = readDocument({ ...nothing, sides: [side(...lines)] }, context);
    expect(read.detected.type).toBe("driver_license");
    expect(read.fields).toMatchObject({
      surname: "DUPONT",
      given_names: "JEAN",
      birth_date: "1980-05-06",
      birth_place: "LYON",
      issue_date: "2020-02-01",
      expiry_date: "2035-02-01",
      document_number: "12AB34567",
      licence_categories: "AM B1 B",
    });
  });

  it("reads a tilted licence whose small field numbers were lost, by the order of its values", () => {
    const rows = [
      "CARTA DE CONDUCAO",
      "CARVALHO",
      "LUIS MIGUEL",
      "16.11.2005 PORTO",
      "08.06.2022",
      "07.06.2037",
      "IRN",
      "NN99257463",
    ];
    const tilt = Math.PI / 30;
    const turned = ({ text, confidence, quad }: TextLine): TextLine => ({
      text,
      confidence,
      quad: quad.map(([x, y]) => [x * Math.cos(tilt) - y * Math.sin(tilt), x * Math.sin(tilt) + y * Math.cos(tilt)]),
    });
    const values = rows.map((text, i) => line(text, 400, 100 + i * 45));
    const keys = [line("4a.", 340, 280), line("4c", 340, 370), line("9.", 60, 460), line("B1/B", 120, 460)];
    const read = readDocument({ ...nothing, sides: [side(...[...values, ...keys].map(turned))] }, context);
    expect(read.detected.type).toBe("driver_license");
    expect(read.fields).toMatchObject({
      surname: "CARVALHO",
      given_names: "LUIS MIGUEL",
      birth_date: "2005-11-16",
      birth_place: "PORTO",
      issue_date: "2022-06-08",
      expiry_date: "2037-06-07",
      document_number: "NN99257463",
    });
  });

  it("takes nothing from the legend on a licence's back", () => {
    const legend = [
      "1.Name",
      "2. Other names",
      "3. Date and place of birth",
      "4a. Date of issue",
      "4b. Date of expiry",
      "5.Licence number",
    ];
    const back = { ...side(...legend.map((text, i) => line(text, 40, 40 + i * 30))), image: "back" as const };
    expect(readDocument({ ...nothing, sides: [back] }, context).readings).toEqual([]);
  });

  it("judges an American licence by its barcode, and its page against it", () => {
    const text =
      "@\n\u001e\rANSI 636026080102DL00410288ZA03290015DLDAQD12345678\nDCSPUBLIC\nDACJOHN\nDBB01311970\nDBA01312035\nDBC1\nDAJAZ\nDCGUSA\r";
    const evidence: DocumentEvidence = {
      ...nothing,
      barcodes: [{ image: "back", format: "PDF417", text }],
      sides: [
        side(
          line("4d DLN D12345678", 20, 200),
          line("3 DOB 01/31/1970", 20, 240),
          line("4b EXP 01/31/2035", 20, 280),
          line("1 PUBLIC", 20, 320),
        ),
      ],
    };
    const judged = judgeDocument(evidence, context);
    expect(judged).toMatchObject({ document_valid: true });
    expect(judged.read.detected).toMatchObject({ type: "driver_license", country: "USA" });
    expect(statusOf(evidence, "page_barcode")?.status).toBe("pass");
  });

  it("derives the expiry of the old French card: 15 years for adults' cards of 2004 to 2013, else 10", () => {
    const card = (issue: string, birth: string) =>
      readDocument(
        {
          ...nothing,
          zone: zone("FRENCH_NATIONAL_ID", {
            document_code: "ID",
            issuing_state: "FRA",
            surname: "Martin",
            given_names: "Anne",
            document_number: `${issue.slice(2, 4)}${issue.slice(5)}75A12345`,
            birth_date: birth,
            sex: "F",
          }),
        },
        context,
      ).fields.expiry_date;
    expect(card("2012-03", "1980-01-01")).toBe("2027-03");
    expect(card("2012-03", "2005-01-01")).toBe("2022-03");
    expect(card("2015-03", "1980-01-01")).toBe("2025-03");
  });

  it("takes the permanent Spanish card for one that does not expire", () => {
    const evidence = {
      ...nothing,
      zone: zone("TD1", {
        ...person,
        document_code: "ID",
        issuing_state: "ESP",
        nationality: "ESP",
        document_number: "BAA000589",
        optional1: "99999999R",
        expiry_date: "1999-01-01",
      }),
    };
    const judged = judgeDocument(evidence, context);
    expect(judged.read.fields).toMatchObject({ expiry_date: "9999-01-01", personal_number: "99999999R" });
    expect(judged.document_valid).toBe(true);
  });
});
