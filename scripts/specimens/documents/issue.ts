import type { Person } from "../face/person";
import { type Random, seededRandom } from "../random";
import { findIssuer, type Issuer } from "./issuer";
import type { DocumentKind, Papers } from "./papers";

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

const TODAY_YEAR = 2026;

/** Papers for a person: number after the issuer's pattern, dates that hang together. The same arguments give the same papers. */
export function issuePapers({ kind, person, issuer: code, seed = 1, ...dates }: IssueOptions): Papers {
  const issuer = findIssuer(code ?? (kind === "licence-us" ? "UTO" : person.nationality));
  const random = seededRandom(`${person.id} ${kind} ${issuer.code} ${seed}`);
  const span = years[kind];
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
    personalNumber: personalNumber(person, random, kind),
    address: `${random.integer(1, 90)} ${random.pick(streets)}, ${person.birthPlace}`,
  };
}

function numberFor(issuer: Issuer, kind: DocumentKind, random: Random): string {
  const number = fill(issuer.numberPattern, random);
  return kind.startsWith("licence") ? `${number}${random.integer(10, 99)}` : number;
}

/** Nine figures of no country's scheme, so that nobody's number is hit; none on passports of every other person. */
function personalNumber(person: Person, random: Random, kind: DocumentKind): string {
  if (kind === "passport" && random.chance(0.4)) return "";
  return `${person.birthDate.slice(2).replaceAll("-", "")}${random.integer(100, 999)}`;
}

/** `A` becomes a letter, `9` a digit, anything else stays. O and I are left out, as issuers do. */
function fill(pattern: string, random: Random): string {
  return [...pattern]
    .map((c) =>
      c === "A" ? random.pick([..."ABCDEFGHJKLMNPRSTUVWXYZ"]) : c === "9" ? String(random.integer(0, 9)) : c,
    )
    .join("");
}
