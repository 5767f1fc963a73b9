import { parseMrz } from "@/server/domain/mrz";
import { nationalityOf } from "./documents/nationality";
import type { DrawnDocument } from "./documents/papers";

/** What a perfect reader takes from a specimen: snake_case names, ISO dates, as on the wire. */
export type ExpectedFields = Readonly<Record<string, string>>;

/** Fields of the visual page. Names keep their accents and case as held by the person. */
export function expectedFields({ papers, barcode }: DrawnDocument): ExpectedFields {
  const { person, issuer } = papers;
  const common = {
    surname: person.surname.toUpperCase(),
    given_names: person.givenNames.toUpperCase(),
    document_number: papers.number,
    birth_date: person.birthDate,
    sex: person.sex,
    issue_date: papers.issueDate,
    expiry_date: papers.expiryDate,
    issuing_country: barcode ? "USA" : issuer.code,
  };
  if (papers.kind === "licence-eu")
    return { ...common, birth_place: person.birthPlace.toUpperCase(), authority: issuer.authority };
  if (barcode) return { ...common, licence_categories: "D" };
  return { ...common, nationality: nationalityOf(papers).code };
}

/** Fields of the zone as the evaluation's labels name them: values without filler, dates as six digits. */
export function zoneFields(lines: readonly string[]): ExpectedFields {
  const parsed = parseMrz([...lines], { today: "2026-11-23" });
  return Object.fromEntries(
    Object.values(parsed.fields)
      .filter((field) => field !== undefined)
      .map((field) => [field.name, field.raw.replaceAll("<", " ").trim().replace(/\s+/g, " ")]),
  );
}
