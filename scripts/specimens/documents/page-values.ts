import { nationalityOf } from "./nationality";
import type { PageValues, Papers } from "./papers";
import { printedDate } from "./printed-date";

/** What the page prints: the papers' values in the issuer's habits, with a forger's changes on top. */
export function pageValues(papers: Papers): PageValues {
  const { issuer, person } = papers;
  const date = (iso: string) => printedDate(iso, issuer.dateStyle);
  return {
    surname: person.surname.toUpperCase(),
    givenNames: person.givenNames.toUpperCase(),
    number: papers.number,
    nationality: nationalityOf(papers).printed,
    birthDate: date(person.birthDate),
    birthPlace: person.birthPlace.toUpperCase(),
    sex: person.sex,
    issueDate: date(papers.issueDate),
    expiryDate: date(papers.expiryDate),
    authority: issuer.authority,
    personalNumber: papers.personalNumber,
    address: papers.address.toUpperCase(),
    height: `${person.height.toFixed(2)} m`,
    ...papers.page,
  };
}
