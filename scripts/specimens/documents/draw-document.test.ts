import { describe, expect, it } from "vitest";
import { readBarcodes } from "@/server/adapters/barcode-reader";
import { parseAamva } from "@/server/domain/documents/barcode/aamva";
import { parseMrz } from "@/server/domain/mrz";
import { people } from "../people";
import { drawDocument, scanPage } from "./draw-document";
import { issuePapers } from "./issue";
import { issuers } from "./issuer";
import { documentKinds } from "./papers";
import { zoneOf } from "./zone";

const today = "2026-11-23";

describe("drawn documents", () => {
  it("carry zones whose check digits all hold, for every person, issuer and layout", () => {
    const wrong: string[] = [];
    for (const person of people) {
      for (const { code } of issuers) {
        for (const kind of documentKinds) {
          const zone = zoneOf(issuePapers({ kind, person, issuer: code }));
          if (zone && !parseMrz([...zone.lines], { today }).valid) wrong.push(`${person.id} ${kind} ${code}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("say on the page what the zone says", async () => {
    const { papers, zone } = await drawDocument(issuePapers({ kind: "passport", person: people[0] }));
    const { fields } = parseMrz([...zone!.lines], { today });
    expect(fields.document_number?.value).toBe(papers.number);
    expect(fields.birth_date?.value).toBe(papers.person.birthDate);
    expect(fields.expiry_date?.value).toBe(papers.expiryDate);
  });

  it.each(documentKinds)(
    "draw a %s on every side without text elements, which would need installed fonts",
    async (kind) => {
      const { front, back } = await drawDocument(issuePapers({ kind, person: people[5] }));
      for (const page of [front, back]) if (page) expect(page.body).not.toContain("<text");
    },
  );

  it("print a PDF417 that reads back as written and parses as an AAMVA licence", async () => {
    const { back, barcode, papers } = await drawDocument(issuePapers({ kind: "licence-us", person: people[8] }));
    const [found] = await readBarcodes(await scanPage(back!, 12), { formats: ["PDF417"], effort: "thorough" });
    expect(found?.text).toBe(barcode);
    const licence = parseAamva(barcode!);
    expect(licence?.surname).toBe("FERREIRA DOS SANTOS");
    expect(licence?.birthDate).toBe(papers.person.birthDate);
    expect(licence?.documentNumber).toBe(papers.number);
    expect(licence?.country).toBe("USA");
  });

  it("are the same twice", async () => {
    const draw = async () => (await drawDocument(issuePapers({ kind: "id-card", person: people[1] }))).front.body;
    expect(await draw()).toBe(await draw());
  });
});
