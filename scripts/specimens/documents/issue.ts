import type { DocumentType } from "@/server/contract/enums";
import { resolveCountryCode } from "@/server/domain/countries/country-code";
import { issuerOf } from "@/server/domain/countries/issuers";
import type { Person } from "../face/person";
import { type Random, seededRandom } from "../random";
import { findIssuer, type Issuer } from "./issuer";
import type { DocumentKind, Papers } from "./papers";
import { personalNumberOf } from "./personal-number";

const streets = ["Harbour Street", "Mill Lane", "Station Road", "Garden Row", "Bridge Street"];

export interface IssueOptions {
  readonly kind: DocumentKind;
  readonly person: Person;
  /** Issuing state; the person's own where absent. */
  readonly issuer?: string;
  /** ISO dates. Default: issued within the last years, expiring within the next. */
  readonly issueDate?: string;
  readonly expiryDate?: string;
  readonly seed?: number;
}

const years: Readonly<Record<DocumentKind, number>> = {
  passport: 10,
  "id-card": 10,
  "id-card-td2": 10,
  "residence-permit": 5,
  "visa-a": 3,
  "visa-b": 1,
  "licence-eu": 15,
  "licence-us": 8,
};

/** The country file's name of each kind. */
const types: Readonly<Record<DocumentKind, DocumentType>> = {
  passport: "passport",
  "id-card": "id_card",
  "id-card-td2": "id_card",
  "residence-permit": "residence_permit",
  "visa-a": "other",
  "visa-b": "other",
  "licence-eu": "driver_license",
  "licence-us": "driver_license",
};

/** Forms of numbers that differ from those of the issuer's passports. */
const numberPatterns: Readonly<Record<string, Partial<Record<DocumentKind, string>>>> = {
  ESP: { "residence-permit": "A99999999", "licence-eu": "99999999A" },
  FRA: { "licence-eu": "999999999999" },
  NLD: { "licence-eu": "9999999999" },
  POL: { "id-card": "AAA999999", "id-card-td2": "AAA999999", "licence-eu": "99999999999" },
  PRT: { "id-card": "99999999", "id-card-td2": "99999999" },
};

/** As long as the issuer gives, and never longer. */
function spanOf(issuer: Issuer, kind: DocumentKind): number {
  const code = resolveCountryCode(issuer.code).alpha3 ?? issuer.code;
  const given = issuerOf(code)?.documents.find(({ type }) => type === types[kind])?.validity_years;
  return given ? Math.min(years[kind], Math.max(...given)) : years[kind];
}

const TODAY_YEAR = 2026;

/**
 * Papers for a person: number after the issuer's pattern, dates that hang together. The same arguments give the same
 * papers.
 */
export function issuePapers({ kind, person, issuer: code, seed = 1, ...dates }: IssueOptions): Papers {
  const issuer = findIssuer(code ?? (kind === "licence-us" ? "UTO" : person.nationality));
  const random = seededRandom(`${person.id} ${kind} ${issuer.code} ${seed}`);
  const span = spanOf(issuer, kind);
  const issueYear = TODAY_YEAR - random.integer(0, Math.max(0, Math.min(4, span - 2)));
  const month = random.integer(1, 8);
  const day = random.integer(2, 28);
  const iso = (year: number, d: number) => `${year}-${String(month).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  return {
    kind,
    issuer,
    person,
    number: kind === "licence-us" ? fill("A99999999", random) : numberFor(issuer, kind, random),
    issueDate: dates.issueDate ?? iso(issueYear, day),
    expiryDate: dates.expiryDate ?? iso(issueYear + span, day - 1),
    personalNumber: kind === "passport" && random.chance(0.4) ? "" : personalNumberOf(issuer.code, person, random),
    address: `${random.integer(1, 90)} ${random.pick(streets)}, ${person.birthPlace}`,
  };
}

function numberFor(issuer: Issuer, kind: DocumentKind, random: Random): string {
  const own = numberPatterns[issuer.code]?.[kind];
  if (own) return fill(own, random);
  const number = fill(issuer.numberPattern, random);
  return kind.startsWith("licence") ? `${number}${random.integer(10, 99)}` : number;
}

/**
 * `A` becomes a letter, `G` one of those that Germany uses, `9` a digit, anything else stays. O and I are left out, as
 * issuers do.
 */
function fill(pattern: string, random: Random): string {
  return [...pattern]
    .map((c) =>
      c === "G"
        ? random.pick([..."CFGHJKLMNPRTVWXYZ"])
        : c === "A"
          ? random.pick([..."ABCDEFGHJKLMNPRSTUVWXYZ"])
          : c === "9"
            ? String(random.integer(0, 9))
            : c,
    )
    .join("");
}
