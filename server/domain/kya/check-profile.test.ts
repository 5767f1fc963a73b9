import { expect, test } from "vitest";
import { checkProfile } from "@/server/domain/kya/check-profile";
import { emailDomain } from "@/server/domain/kya/email-address";
import type { ProfileEvidence } from "@/server/domain/kya/profile-evidence";

const status = (evidence: ProfileEvidence): Record<string, string> =>
  Object.fromEntries(checkProfile(evidence).checks.map((check) => [check.name, check.status]));

const whole: ProfileEvidence = {
  profile: { email: "ada@example.org", phone: "+33612345678", ip: "93.184.216.34", full_name: "Ada Martin" },
  mailServer: true,
  disposable: false,
  phone: { possible: true, valid: true, country: "FR", kind: "MOBILE" },
  ipCountry: "FR",
  document: { surname: "MARTIN", givenNames: "ADA LOUISE", country: "FRA", nationality: "FRA" },
};

test("a profile that agrees with itself and the document gets the whole score", () => {
  expect(checkProfile(whole).score).toBe(1);
  expect(new Set(Object.values(status(whole)))).toEqual(new Set(["pass"]));
});

test("what could not be looked up is unknown, is no pass, and costs its part of the score", () => {
  const blind = { ...whole, mailServer: "unknown" as const, ipCountry: "unknown" as const, disposable: undefined };
  expect(status(blind)).toMatchObject({ email_mx: "unknown", ip_country: "unknown", email_disposable: "unknown" });
  expect(checkProfile(blind).score).toBeCloseTo(0.5);
  expect(status({ profile: { email: "ada@example.org" } }).email_mx).toBe("unknown");
});

test("what was not given is skipped and costs nothing; with nothing given the score is 0", () => {
  const phoneOnly: ProfileEvidence = { profile: { phone: "+33612345678" }, phone: { possible: true, valid: true } };
  expect(checkProfile(phoneOnly).score).toBe(1);
  expect(checkProfile({ profile: {} }).score).toBe(0);
});

test("an address in another country than document and telephone is a warning", () => {
  expect(status({ ...whole, ipCountry: "BR" }).ip_country).toBe("warn");
  expect(status({ ...whole, ipCountry: "DE", profile: { ...whole.profile, country: "DEU" } }).ip_country).toBe("pass");
});

test("the name counts in either order, with fewer given names, and across scripts; another name does not", () => {
  const named = (full_name: string, surname: string, givenNames: string): string =>
    status({ profile: { full_name }, document: { surname, givenNames } }).name_coherence;
  expect(named("Martin Ada", "MARTIN", "ADA LOUISE")).toBe("pass");
  expect(named("Jörg Müller", "MUELLER", "JOERG")).toBe("pass");
  expect(named("Юлия Щербакова", "SHCHERBAKOVA", "IULIIA")).toBe("pass");
  expect(named("Ada Martyn", "MARTIN", "ADA")).toBe("warn");
  expect(named("Paul Dubois", "MARTIN", "ADA")).toBe("fail");
});

test("an e-mail address is judged by its form, internationalised ones included", () => {
  for (const good of ["a@b.co", "first.last+tag@sub.example.org", "josé@münchen.de", "x@xn--mnchen-3ya.de"])
    expect([good, emailDomain(good) !== undefined]).toEqual([good, true]);
  const long = `${"a".repeat(65)}@b.co`;
  for (const bad of ["", "a", "@b.co", "a@", "a@b", "a..b@c.de", ".a@b.de", "a@-b.de", "a@b.1", "a b@c.de", long])
    expect([bad, emailDomain(bad)]).toEqual([bad, undefined]);
});
