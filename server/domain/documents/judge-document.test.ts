import { describe, expect, it } from "vitest";
import { validateDocument } from "@/server/contract/v1/document";
import { formatMrz, type MrzValues } from "../mrz/format-mrz";
import type { MrzFormatId } from "../mrz/types";
import type { DocumentEvidence, SideEvidence, TextLine } from "./evidence";
import { judgeDocument } from "./judge-document";
import { readDocument } from "./read-document";

const context = { today: "2026-01-15", documentHint: "auto", countryHint: "auto" };
const nothing: DocumentEvidence = { sides: [], barcodes: [], models: [] };

const person: MrzValues = {
  document_code: "P",
  issuing_state: "FRA",
  nationality: "FRA",
  surname: "Müller",
  given_names: "Anna Marie",
  document_number: "12AB34567",
  birth_date: "1990-05-06",
  expiry_date: "2030-05-05",
  sex: "F",
};

const zone = (id: MrzFormatId, values: MrzValues) => ({
  image: "front" as const,
  lines: formatMrz(id, values).lines,
  confidence: 0.97,
});
const line = (text: string, x: number, y: number, confidence = 0.97): TextLine => ({
  text,
  confidence,
  quad: [
    [x, y],
    [x + text.length * 12, y],
    [x + text.length * 12, y + 20],
    [x, y + 20],
  ],
});
const side = (...lines: TextLine[]): SideEvidence => ({ image: "front", width: 1000, height: 700, lines });

const page = (birth = "06.05.1990", number = "12AB34567") => [
  line("RÉPUBLIQUE FRANÇAISE", 20, 10),
  line("PASSEPORT/PASSPORT", 20, 40),
  line("Passport No", 600, 70),
  line(number, 600, 95),
  line("Surname/Nom", 300, 120),
  line("MÜLLER", 300, 145),
  line("Given names/Prénoms", 300, 180),
  line("ANNA MARIE", 300, 205),
  line("Date of birth/Date de naissance", 300, 240),
  line(birth, 300, 265),
  line("Date of expiry/Date d'expiration", 300, 300),
  line("05.05.2030", 300, 325),
];

const passport = (lines = page()): DocumentEvidence => ({
  ...nothing,
  sides: [side(...lines)],
  zone: zone("TD3", person),
});
const statusOf = (evidence: DocumentEvidence, id: string, hints = context) =>
  judgeDocument(evidence, hints).checks.find(({ name }) => name === id);

describe("a genuine passport", () => {
  it("is valid, with type, country and fields, each from its proven source", () => {
    const judged = judgeDocument(passport(), context);
    expect(judged.document_valid).toBe(true);
    expect(judged.confidence).toBeGreaterThan(0.9);
    expect(judged.read.detected).toMatchObject({ type: "passport", country: "FRA" });
    expect(judged.read.fields).toMatchObject({
      document_number: "12AB34567",
      surname: "MÜLLER",
      given_names: "ANNA MARIE",
      birth_date: "1990-05-06",
      expiry_date: "2030-05-05",
      nationality: "FRA",
      issuing_country: "FRA",
    });
    const birth = judged.read.evidence.filter(({ field }) => field === "birth_date");
    expect(birth.map(({ source }) => source)).toEqual(["zone", "page"]);
  });

  it("accepts the page's umlaut against the zone's two letters", () => {
    expect(statusOf(passport(), "page_zone_surname")?.status).toBe("pass");
  });

  it("answers every check, and names what was missing for those that were skipped", () => {
    for (const check of judgeDocument(passport(), context).checks) {
      if (check.status === "skipped") expect(check.missing?.length).toBeGreaterThan(0);
      if (check.status === "fail" || check.status === "warn") expect(check.reason && check.message).toBeTruthy();
    }
  });
});

describe("the contract's own example", () => {
  it("answers as the documentation says", () => {
    const { body, output } = validateDocument.example as {
      body: { mrz: string[] };
      output: { document_valid: boolean; confidence: number; detected: unknown };
    };
    const evidence = { ...nothing, zone: { image: "front" as const, lines: body.mrz, confidence: 1 } };
    const judged = judgeDocument(evidence, context);
    expect(judged).toMatchObject({ document_valid: output.document_valid, confidence: output.confidence });
    expect(judged.read.detected).toEqual(output.detected);
  });
});

describe("what is wrong makes it invalid", () => {
  it("an altered date of birth in the zone", () => {
    const good = zone("TD3", person);
    const evidence = {
      ...nothing,
      zone: { ...good, lines: [good.lines[0], good.lines[1].replace("900506", "910506")] },
    };
    expect(judgeDocument(evidence, context).document_valid).toBe(false);
    expect(statusOf(evidence, "mrz_birth_date_digit")).toMatchObject({ status: "fail" });
  });

  it("an expired document, on the day after", () => {
    const last = { ...context, today: "2030-05-05" };
    expect(judgeDocument(passport(), last).document_valid).toBe(true);
    const judged = judgeDocument(passport(), { ...context, today: "2030-05-06" });
    expect(judged.document_valid).toBe(false);
    expect(judged.reasons[0].code).toBe("document_expired");
  });

  it("another type or country than the caller expected", () => {
    expect(judgeDocument(passport(), { ...context, documentHint: "id_card" }).document_valid).toBe(false);
    expect(judgeDocument(passport(), { ...context, countryHint: "DEU" }).document_valid).toBe(false);
    expect(judgeDocument(passport(), { ...context, documentHint: "passport", countryHint: "FRA" }).document_valid).toBe(
      true,
    );
  });

  it("an issuing state that no standard knows", () => {
    const evidence = { ...nothing, zone: zone("TD3", { ...person, issuing_state: "QQQ" }) };
    expect(judgeDocument(evidence, context).document_valid).toBe(false);
    expect(statusOf(evidence, "country_code")?.reason).toBe("country_code_unknown");
  });

  it("a page whose date and number both differ from the zone's", () => {
    const judged = judgeDocument(passport(page("06.05.1971", "99XX11111")), context);
    expect(judged.document_valid).toBe(false);
    expect(judged.checks.filter(({ name, status }) => name.startsWith("page_zone") && status === "fail")).toHaveLength(
      2,
    );
  });

  it("fields that the caller states otherwise than the zone", () => {
    const stated = { document_number: "12AB34567", surname: "Müller", birth_date: "1990-05-06" };
    const evidence = { ...nothing, zone: zone("TD3", person) };
    expect(statusOf({ ...evidence, stated }, "stated_fields")?.status).toBe("pass");
    const other = { ...evidence, stated: { ...stated, birth_date: "1991-05-06" } };
    expect(statusOf(other, "stated_fields")?.reason).toBe("stated_birth_date_differs");
    expect(judgeDocument(other, context).document_valid).toBe(false);
  });

  it("says where on the picture", () => {
    const check = statusOf(passport(page("06.05.1971")), "page_zone_birth_date");
    expect(check).toMatchObject({ status: "fail", place: { image: "front" } });
  });
});

describe("missing evidence never gives valid", () => {
  it.each<[string, DocumentEvidence]>([
    ["nothing", nothing],
    ["an empty picture", { ...nothing, sides: [side()] }],
    [
      "stated fields alone",
      {
        ...nothing,
        stated: { document_number: "12AB34567", surname: "A", birth_date: "1990-01-01", expiry_date: "2030-01-01" },
      },
    ],
    ["a passport's page without its zone", { ...nothing, sides: [side(...page())] }],
    ["a bank card", { ...nothing, sides: [side(line("MASTERCARD", 20, 20), line("1234 5678 9012 3456", 20, 300))] }],
    [
      "a zone without any check digit",
      {
        ...nothing,
        zone: {
          ...zone("TD3", person),
          lines: ["AAA001D<<", "FACHE305142128097<<800126<<<<<", "MARCHAND<<FABIENNE<<<<<<<<<<<<"],
        },
      },
    ],
    ["a zone of an unknown layout", { ...nothing, zone: { ...zone("TD3", person), lines: ["ABC", "DEF"] } }],
  ])("%s", (_, evidence) => {
    const judged = judgeDocument(evidence, context);
    expect(judged.document_valid).toBe(false);
    expect(judged.confidence).toBeLessThan(0.5);
    expect(judged.reasons.length).toBeGreaterThan(0);
  });
});

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
