import type { PageValues, Papers } from "../documents/papers";
import { printedDate } from "../documents/printed-date";
import { zoneOf } from "../documents/zone";
import { seededRandom } from "../random";

/**
 * Papers made false before they are printed. A forgery of the printed page (a pasted portrait, a field painted over)
 * is in page-forgeries.
 */
export interface Forgery {
  readonly papers: Papers;
  /** What a careful reader should find. */
  readonly finding: "check_digit" | "page_differs_from_zone" | "expired";
  /** Field names concerned, as on the wire. */
  readonly fields: readonly string[];
}

/** One digit of the document number in the zone is another: its check digit, and the composite, no longer hold. */
export function swapZoneDigit(papers: Papers): Forgery {
  const zone = zoneOf(papers);
  if (!zone) throw new Error(`a ${papers.kind} has no zone to forge`);
  const lineAt = zone.format === "TD1" ? 0 : 1;
  const start = zone.format === "TD1" ? 5 : 0;
  const line = zone.lines[lineAt];
  const at = [...line].findIndex((c, i) => i >= start && /\d/.test(c));
  const swapped = String((Number(line[at]) + 3) % 10);
  const lines = zone.lines.map((text, i) => (i === lineAt ? line.slice(0, at) + swapped + line.slice(at + 1) : text));
  return { papers: { ...papers, zone: lines }, finding: "check_digit", fields: ["document_number"] };
}

/** The page names somebody else than the zone. */
export function renameOnPage(papers: Papers, surname: string): Forgery {
  return changePage(papers, { surname: surname.toUpperCase() }, ["surname"]);
}

/** The printed year of birth is another than in the zone: the usual way to be of age. */
export function ageOnPage(papers: Papers, years: number): Forgery {
  const year = Number(papers.person.birthDate.slice(0, 4));
  const iso = `${year - years}${papers.person.birthDate.slice(4)}`;
  return changePage(papers, { birthDate: printedDate(iso, papers.issuer.dateStyle) }, ["birth_date"]);
}

function changePage(papers: Papers, change: Partial<PageValues>, fields: readonly string[]): Forgery {
  return { papers: { ...papers, page: { ...papers.page, ...change } }, finding: "page_differs_from_zone", fields };
}

/** A true document whose time is over. Not false, but not valid either. */
export function expire(papers: Papers): Forgery {
  const random = seededRandom(papers.number);
  const year = 2024 - random.integer(0, 3);
  return {
    papers: { ...papers, issueDate: `${year - 10}-03-15`, expiryDate: `${year}-03-14` },
    finding: "expired",
    fields: ["expiry_date"],
  };
}
