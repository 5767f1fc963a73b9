import { resolveCountryCode } from "@/server/domain/countries/country-code";
import { alpha3Of } from "@/server/domain/countries/iso-3166";
import type { ProfileCheck, ProfileEvidence } from "@/server/domain/kya/profile-evidence";

/** Whether the address's country is one that the person named otherwise: by document, telephone or statement. */
export const ipCountry: ProfileCheck = {
  name: "ip_country",
  run: (evidence) => {
    if (evidence.profile.ip === undefined) return { status: "skipped", message: "No IP address was given." };
    const country = evidence.ipCountry;
    if (country === undefined || country === "unknown")
      return { status: "unknown", reason: "ip_country_unknown", message: "The address's country is not known." };
    const expected = expectedCountries(evidence);
    if (expected.size === 0) return { status: "skipped", message: "There is no other country to compare with." };
    const seen = alpha3Of.get(country) ?? country;
    const others = [...expected].join(", ");
    return expected.has(seen)
      ? { status: "pass", message: `The address is in ${seen}, as was stated.` }
      : { status: "warn", reason: "ip_country_differs", message: `The address is in ${seen}, not in ${others}.` };
  },
};

function expectedCountries({ profile, phone, document }: ProfileEvidence): Set<string> {
  const codes = [profile.country, phone?.country, document?.country, document?.nationality];
  const resolved = codes.map((code) => (code ? resolveCountryCode(code).alpha3 : null));
  return new Set(resolved.filter((code) => code !== null));
}
