import { Resolver } from "node:dns/promises";
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import { isDisposableEmailDomain } from "disposable-email-domains-js";
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { type CountryResponse, Reader } from "mmdb-lib";
import type { PhoneFacts } from "@/server/domain/kya/profile-evidence";
import type { Lookups } from "@/server/services/ports";

export interface LookupOptions {
  /** A country database in MaxMind's format; without one the country of an address is `unknown`. */
  readonly ipCountryFile?: string;
  /** Name servers instead of the system's, `host` or `host:port`. */
  readonly nameServers?: readonly string[];
  readonly dnsTimeoutMs?: number;
}

/** DNS, number plans, throw-away mail domains and a country database, as facts; a failure is `unknown`. */
export function lookups(options: LookupOptions = {}): Lookups {
  const resolver = new Resolver({ timeout: options.dnsTimeoutMs ?? 1_500, tries: 1 });
  if (options.nameServers) resolver.setServers(options.nameServers);
  let countries: ReturnType<typeof openCountries> | undefined;
  return {
    hasMailServer: (domain) => hasMailServer(resolver, domain),
    isDisposableDomain: (domain) => isDisposableEmailDomain(domain),
    phone: phoneFacts,
    countryOfIp: async (ip) => {
      if (!isIP(ip)) return "unknown";
      countries ??= openCountries(options.ipCountryFile);
      const file = await countries;
      // The first bits of an IPv6 address mean nothing in a file of IPv4 networks.
      const found = file && (isIP(ip) === 4 || file.metadata.ipVersion === 6) ? file.get(ip) : undefined;
      return found?.country?.iso_code ?? found?.registered_country?.iso_code ?? found?.country_code ?? "unknown";
    },
  };
}

/** MX records, else the address records that mail falls back to (RFC 5321 §5.1); a null MX says no (RFC 7505). */
async function hasMailServer(resolver: Resolver, domain: string): Promise<boolean | "unknown"> {
  try {
    const records = await resolver.resolveMx(domain);
    if (records.length > 0) return records.some(({ exchange }) => exchange !== "" && exchange !== ".");
  } catch (error) {
    const told = answerOf(error);
    if (told !== "empty") return told;
  }
  const addresses = await Promise.allSettled([resolver.resolve4(domain), resolver.resolve6(domain)]);
  if (addresses.some(({ status }) => status === "fulfilled")) return true;
  const told = addresses.map((result) => (result.status === "rejected" ? answerOf(result.reason) : "unknown"));
  return told.every((one) => one === false || one === "empty") ? false : "unknown";
}

/** `false`: the name does not exist. `empty`: it has no such record. `unknown`: nobody told. */
function answerOf(error: unknown): false | "empty" | "unknown" {
  const code = (error as { code?: string }).code;
  if (code === "ENOTFOUND") return false;
  return code === "ENODATA" ? "empty" : "unknown";
}

function phoneFacts(number: string, country?: string): PhoneFacts {
  const parsed = parsePhoneNumberFromString(number, {
    defaultCountry: country as CountryCode | undefined,
    extract: false,
  });
  if (!parsed) return { possible: false, valid: false };
  return { possible: parsed.isPossible(), valid: parsed.isValid(), country: parsed.country, kind: parsed.getType() };
}

/** MaxMind's own layout, and the flat one of files that others publish in its format. */
type CountryRecord = Partial<CountryResponse> & { readonly country_code?: string };

async function openCountries(file: string | undefined): Promise<Reader<CountryRecord & CountryResponse> | undefined> {
  return file ? new Reader<CountryRecord & CountryResponse>(await readFile(file)) : undefined;
}
