import { expect, it } from "vitest";
import { validateNationalNumber } from "@/server/adapters/national-numbers";
import { issuerOf } from "@/server/domain/countries/issuers";
import { people } from "../people";
import { seededRandom } from "../random";
import { issuePapers } from "./issue";
import { issuers } from "./issuer";
import { documentKinds } from "./papers";
import { personalNumberOf } from "./personal-number";

it.each(issuers.map(({ code }) => (code === "D" ? "DEU" : code)))(
  "personal numbers of %s hold where the country has a rule for them",
  (code) => {
    const random = seededRandom(code);
    for (const person of people) {
      const value = personalNumberOf(code, person, random);
      const rules = issuerOf(code)?.nationalNumbers ?? [];
      if (rules.length > 0) expect(rules.some(({ rule }) => validateNationalNumber(rule, value) === true)).toBe(true);
      expect(value.length).toBeLessThanOrEqual(14);
    }
  },
);

const types = {
  passport: "passport",
  "id-card": "id_card",
  "residence-permit": "residence_permit",
  "licence-eu": "driver_license",
} as const;

it.each(issuers.map(({ code }) => code))("papers of %s have numbers and periods that the issuer gives", (code) => {
  const known = issuerOf(code === "D" ? "DEU" : code)?.documents ?? [];
  for (const kind of documentKinds.filter((one) => one in types)) {
    const documents = known.filter(({ type }) => type === types[kind as keyof typeof types]);
    for (const person of people.slice(0, 6)) {
      const { number, issueDate, expiryDate } = issuePapers({ kind, person, issuer: code });
      const patterns = documents.flatMap((one) => one.number ?? []);
      if (patterns.length > 0)
        expect([kind, number, patterns.some((one) => one.test(number))]).toEqual([kind, number, true]);
      const periods = documents.flatMap(({ validity_years }) => validity_years ?? []);
      const years = Number(expiryDate.slice(0, 4)) - Number(issueDate.slice(0, 4));
      if (periods.length > 0) expect(years).toBeLessThanOrEqual(Math.max(...periods));
    }
  }
});
