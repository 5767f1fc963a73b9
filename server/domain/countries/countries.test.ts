import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validateNationalNumber } from "@/server/adapters/national-numbers";
import { resolveCountryCode } from "./country-code";
import { countriesIn, countryOfName } from "./country-names";
import { alpha2Of } from "./iso-3166";
import { issuers } from "./issuers";

describe("codes (ICAO Doc 9303-3, 5)", () => {
  it("knows the 249 of ISO 3166", () => {
    expect(alpha2Of.size).toBe(249);
  });

  it.each(
    "D GBD GBN GBO GBP GBS RKS EUE UNO UNA UNK XBA XIM XCC XCE XCO XEC XPO XES XMP XOM XDC XXA XXB XXC XXX UTO IAO".split(
      " ",
    ),
  )("knows %s", (code) => {
    expect(resolveCountryCode(code).kind).not.toBe("unknown");
  });

  it("says that ANT and NTZ are withdrawn, SI two letters, and QQQ nothing", () => {
    expect(resolveCountryCode("ANT").kind).toBe("withdrawn");
    expect(resolveCountryCode("NTZ").kind).toBe("withdrawn");
    expect(resolveCountryCode("SI<")).toMatchObject({ kind: "two_letter", alpha3: "SVN" });
    expect(resolveCountryCode("QQQ")).toMatchObject({ kind: "unknown", alpha3: null });
  });

  it("puts Germany's D and DEU, and the British kinds, under their states", () => {
    expect(resolveCountryCode("D<<").alpha3).toBe("DEU");
    expect(resolveCountryCode("DEU").alpha3).toBe("DEU");
    expect(resolveCountryCode("GBO").alpha3).toBe("GBR");
  });
});

describe("names", () => {
  it.each([
    ["Deutschland", "DEU"],
    ["CÔTE D'IVOIRE", "CIV"],
    ["日本", "JPN"],
    ["Ελλάδα", "GRC"],
  ])("%s is %s", (name, code) => {
    expect(countryOfName(name)).toBe(code);
  });

  it("finds names without their blanks, the longest first", () => {
    expect(countriesIn("REPUBLIC OFALBANIA")).toEqual(["ALB"]);
    expect(countriesIn("PAPUA NEW GUINEA")).toEqual(["PNG"]);
    expect(countriesIn("GATINEAU")).toEqual([]);
    expect(countriesIn("vendlindja/place of birth")).toEqual([]);
  });
});

describe("national numbers", () => {
  // Examples that the issuers or the library publish, as a zone writes them.
  it.each([
    ["SE.personnummer", "196408233234"],
    ["SE.personnummer", "8703142391"],
    ["NO.fodselsnummer", "15108695088"],
    ["BE.nn", "85073003328"],
    ["EE.ik", "36805280109"],
    ["PL.pesel", "91881200003"],
    ["NL.bsn", "999999990"],
    ["ES.dni", "99999999R"],
    ["TR.tckimlik", "17291716060"],
    ["FI.hetu", "131052-308T"],
  ])("%s of %s holds, and with one figure changed it does not", (rule, value) => {
    expect(validateNationalNumber(rule, value)).toBe(true);
    const at = value.length - (/[A-Z]$/.test(value) ? 2 : 1);
    const changed = value.slice(0, at) + ((Number(value[at]) + 1) % 10) + value.slice(at + 1);
    expect(validateNationalNumber(rule, changed)).toBe(false);
  });
});

describe("issuers", () => {
  const files = readdirSync(join(import.meta.dirname, "issuers"))
    .filter((name) => name !== "index.ts")
    .map((name) => name.replace(/\.ts$/, "").toUpperCase());

  it("registers every file of the folder, 60 and more", () => {
    expect(issuers.map(({ code }) => code).sort()).toEqual(files.sort());
    expect(issuers.length).toBeGreaterThanOrEqual(60);
  });

  it.each(issuers.map((issuer) => [issuer.code, issuer] as const))(
    "%s names its source, and whole patterns only",
    (code, issuer) => {
      expect(resolveCountryCode(code).kind).not.toBe("unknown");
      expect(issuer.source).toMatch(/^https:\/\//);
      for (const { number } of issuer.documents) if (number) expect(number.source).toMatch(/^\^.*\$$/);
      for (const { rule } of issuer.nationalNumbers ?? []) expect(validateNationalNumber(rule, "0")).not.toBeNull();
    },
  );
});
