import { formatMrz, type MrzFormatId } from "@/server/domain/mrz";
import { nationalityOf } from "./nationality";
import type { Papers } from "./papers";

const layouts: Readonly<Record<Papers["kind"], readonly [format: MrzFormatId, code: string] | null>> = {
  passport: ["TD3", "P"],
  "id-card": ["TD1", "ID"],
  "id-card-td2": ["TD2", "I"],
  "residence-permit": ["TD1", "IR"],
  "visa-a": ["MRVA", "V"],
  "visa-b": ["MRVB", "V"],
  "licence-eu": null,
  "licence-us": null,
};

/**
 * The zone that the papers call for, correct in every digit unless a forger replaced it; undefined where there is none.
 */
export function zoneOf(papers: Papers): { format: MrzFormatId; lines: readonly string[] } | undefined {
  const layout = layouts[papers.kind];
  if (!layout) return undefined;
  const [format, code] = layout;
  if (papers.zone) return { format, lines: papers.zone };
  const { person } = papers;
  const { lines } = formatMrz(format, {
    document_code: code,
    issuing_state: papers.issuer.code,
    surname: person.surname,
    given_names: person.givenNames,
    document_number: papers.number,
    nationality: nationalityOf(papers).code,
    birth_date: person.birthDate,
    sex: person.sex,
    expiry_date: papers.expiryDate,
    ...(format === "TD3" ? { personal_number: papers.personalNumber } : {}),
    ...(format === "TD1" ? { optional1: papers.personalNumber } : {}),
  });
  return { format, lines };
}
