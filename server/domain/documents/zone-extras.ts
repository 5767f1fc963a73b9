import type { DocumentType } from "@/server/contract/enums";
import { issuerOf } from "../countries/issuers";
import { addYears } from "../mrz/read-date";
import type { ParsedMrz } from "../mrz/types";
import type { Reading } from "./zone-readings";

/** What a zone says beyond its own fields, by the issuer's rules. */

type Extra = Pick<Reading, "field" | "value" | "confidence">;

/**
 * The old French card prints its month of issue only. It is valid 10 years; 15 where it was issued to an adult between
 * 2004 and 2013 (décret n° 2013-1188).
 */
function frenchExpiry(parsed: ParsedMrz): Extra[] {
  const issued = parsed.fields.issue_date?.value;
  const birth = parsed.fields.birth_date?.value;
  if (parsed.format !== "FRENCH_NATIONAL_ID" || !issued || issued.length !== 7) return [];
  const adult = birth?.length === 10 && addYears(birth, 18).slice(0, 7) <= issued;
  const years = adult && issued >= "2004-01" && issued <= "2013-12" ? 15 : 10;
  return [{ field: "expiry_date", value: addYears(`${issued}-01`, years).slice(0, 7), confidence: 0.9 }];
}

/** The issuer's “does not expire”. */
function permanence(parsed: ParsedMrz, code: string): Extra[] {
  const raw = parsed.fields.expiry_date?.raw;
  if (!raw || issuerOf(code)?.permanentExpiry !== raw) return [];
  return [{ field: "expiry_date", value: "9999-01-01", confidence: 1 }];
}

/** National numbers stand in optional data where the issuer says so. */
function nationalNumber(parsed: ParsedMrz, code: string, type: DocumentType): Extra[] {
  for (const { zone } of issuerOf(code)?.nationalNumbers ?? []) {
    const value = zone?.type === type ? parsed.fields[zone.field]?.value.replace(/ /g, "") : undefined;
    if (zone && value && zone.pattern.test(value)) return [{ field: "personal_number", value, confidence: 0.95 }];
  }
  return [];
}

/** Readings to put before the zone's own of the same fields. */
export function zoneExtras(parsed: ParsedMrz, country: string | null, type: DocumentType): Extra[] {
  const code = country ?? "";
  return [...frenchExpiry(parsed), ...permanence(parsed, code), ...nationalNumber(parsed, code, type)];
}
