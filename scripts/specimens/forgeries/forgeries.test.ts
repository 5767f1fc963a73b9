import { describe, expect, it } from "vitest";
import { parseMrz } from "@/server/domain/mrz";
import { issuePapers } from "../documents/issue";
import { pageValues } from "../documents/page-values";
import { documentKinds } from "../documents/papers";
import { zoneOf } from "../documents/zone";
import { people } from "../people";
import { ageOnPage, expire, renameOnPage, swapZoneDigit } from "./forgeries";

const today = "2026-11-23";
const [holder, other] = people;
const papers = issuePapers({ kind: "passport", person: holder });

describe("forgeries", () => {
  it.each(documentKinds.filter((kind) => !kind.startsWith("licence")))(
    "a swapped digit in the zone of a %s breaks the digits over it and no other",
    (kind) => {
      const { papers: forged } = swapZoneDigit(issuePapers({ kind, person: holder }));
      const failing = parseMrz([...zoneOf(forged)!.lines], { today }).checks.filter((check) => !check.valid);
      expect(failing.map((check) => check.id).sort()).toEqual(
        kind.startsWith("visa") ? ["document_number"] : ["composite", "document_number"],
      );
    },
  );

  it("a licence has no zone whose digit could be swapped", () => {
    expect(() => swapZoneDigit(issuePapers({ kind: "licence-eu", person: holder }))).toThrow(/no zone/);
  });

  it("a renamed page leaves the zone true", () => {
    const { papers: forged } = renameOnPage(papers, other.surname);
    expect(pageValues(forged).surname).toBe(other.surname.toUpperCase());
    expect(zoneOf(forged)).toEqual(zoneOf(papers));
  });

  it("a changed year of birth is printed as the issuer prints dates", () => {
    expect(pageValues(ageOnPage(papers, 9).papers).birthDate).toBe("12 AUG 1982");
  });

  it("an expired document is true in every digit", () => {
    const { papers: old } = expire(papers);
    expect(old.expiryDate < today).toBe(true);
    expect(parseMrz([...zoneOf(old)!.lines], { today }).valid).toBe(true);
  });
});
