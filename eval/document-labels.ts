import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { DocumentType } from "@/server/contract/enums";

/** One picture of `labels.json` as the evaluation data describes it. */
const Label = z.object({
  file: z.string(),
  doc_type: z.string().nullish(),
  country: z.string().nullish(),
  mrz_lines: z.array(z.string()).nullish(),
  mrz_consistent: z.boolean().nullish(),
  mrz_fields: z.record(z.string(), z.string().nullable()).nullish(),
  fields: z.record(z.string(), z.string().nullable()).nullish(),
  capture: z.string().nullish(),
  negative: z.boolean().nullish(),
  forged: z.boolean().nullish(),
  /** How a forged picture was made, where that is known. */
  forgery: z.string().nullish(),
  source_repo: z.string().nullish(),
});
export type DocumentLabel = z.infer<typeof Label>;

/** The labels, and the folder their pictures are in: `images/` beside the file unless said otherwise. */
export function readDocumentLabels(file: string, images?: string): { folder: string; labels: DocumentLabel[] } {
  const folder = images ?? path.join(path.dirname(file), "images");
  return { folder, labels: z.array(Label).parse(JSON.parse(readFileSync(file, "utf8"))) };
}

/** Labels name more kinds than the API's enumeration; those that are no kind of document (`template`) have no right answer. */
const TYPES: Readonly<Record<string, readonly DocumentType[]>> = {
  passport: ["passport"],
  id_card: ["id_card"],
  td2: ["id_card", "other"],
  residence_permit: ["residence_permit"],
  visa: ["other"],
  driving_licence: ["driver_license"],
  driving_licence_back: ["driver_license"],
  driver_license: ["driver_license"],
  border_card: ["other", "id_card"],
  employment_card: ["other", "residence_permit", "id_card"],
  bank_card: ["other"],
};

/** The types that are right for a label; undefined where there is none. */
export function rightTypes({ doc_type }: DocumentLabel): readonly DocumentType[] | undefined {
  return doc_type ? TYPES[doc_type] : undefined;
}

/** The issuer as the API names it (`D` is `DEU`, a state of a country is the country); undefined where it is not a code. */
export function rightCountry({ country }: DocumentLabel): string | undefined {
  const code = country?.split("-")[0];
  if (code === "D") return "DEU";
  return code && /^[A-Z]{3}$/.test(code) ? code : undefined;
}

const ZONE_FIELDS = ["document_number", "surname", "given_names", "birth_date", "expiry_date", "sex", "nationality"];
const PAGE_FIELDS = [...ZONE_FIELDS, "issue_date", "address"];

/** Fields to be read and their values: of the zone where it is consistent, else of the page. Zone dates stay YYMMDD. */
export function rightFields(label: DocumentLabel): [field: string, value: string][] {
  const zone = label.mrz_consistent ? label.mrz_fields : undefined;
  const names = zone ? ZONE_FIELDS : PAGE_FIELDS;
  const values = zone ?? label.fields ?? {};
  return names.flatMap((name): [string, string][] => {
    const value = values[name];
    return value && /[A-Z0-9]/i.test(value) ? [[name, value]] : [];
  });
}

/** Whether a field says what the label says: dates as YYMMDD where the label has no century, letters and digits only. */
export function sameValue(field: string, want: string, got: string | undefined): boolean {
  if (got === undefined) return false;
  if (field.endsWith("_date") && /^\d{6}$/.test(want)) return got.replace(/-/g, "").slice(2) === want;
  if (field === "nationality") return (want === "D" ? "DEU" : want) === got;
  const bare = (text: string) =>
    text
      .normalize("NFD")
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, "");
  return bare(want) === bare(got);
}
