import { parseMrz } from "@/server/domain/mrz";
import { nationalityOf } from "./documents/nationality";
import type { DrawnDocument } from "./documents/papers";

/** What a perfect reader takes from a specimen: snake_case names, ISO dates, as on the wire. */
export type ExpectedFields = Readonly<Record<string, string>>;

/** Fields printed for people, over both sides or on the front alone. Names keep their accents. */
export function expectedFields({ papers, barcode }: DrawnDocument, sides: "both" | "front" = "both"): ExpectedFields {
  const { person, issuer, kind } = papers;
  const card = kind === "id-card" || kind === "residence-permit";
  return {
    surname: person.surname.toUpperCase(),
    given_names: person.givenNames.toUpperCase(),
    document_number: papers.number,
    birth_date: person.birthDate,
    expiry_date: papers.expiryDate,
    issuing_country: barcode ? "USA" : issuer.code,
    ...(card && sides === "front" ? {} : { issue_date: papers.issueDate }),
    // A licence of the European model prints no sex.
    ...(kind === "licence-eu"
      ? { birth_place: person.birthPlace.toUpperCase(), authority: issuer.authority }
      : { sex: person.sex }),
    ...(barcode ? { licence_categories: "D" } : {}),
    ...(kind.startsWith("licence") ? {} : { nationality: nationalityOf(papers).code }),
  };
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
