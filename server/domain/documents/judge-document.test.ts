import { describe, expect, it } from "vitest";
import { validateDocument } from "@/server/contract/v1/document";
import type { DocumentEvidence } from "./evidence";
import { judgeDocument } from "./judge-document";
import { line, nothing, page, passport, person, side, zone } from "./testing/drawn-evidence";

const context = { today: "2026-01-15", documentHint: "auto", countryHint: "auto" };
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
