import { z } from "zod";
import { CheckStatus, DocumentType } from "@/server/contract/enums";

/** Shapes that several endpoints share. Names on the wire are snake_case. */

export const Unit = z.number().min(0).max(1);
/** Share of pairs of strangers that a threshold lets pass. */
export const FalseMatchRate = z.number().min(1e-7).max(0.5);
export const IsoDate = z.string().describe("ISO 8601 date; unknown parts are left out: 1974, 1974-08, 1974-08-12.");
export const CountryCode = z.string().regex(/^[A-Z]{1,3}$/);

export const Sex = z.enum(["F", "M", "X"]);

/** Where on which picture something was seen; corners in pixels of the upright picture, clockwise from top-left. */
export const Place = z.object({
  image: z.enum(["front", "back", "live"]),
  quad: z.array(z.tuple([z.number(), z.number()])).length(4),
});
export type Place = z.infer<typeof Place>;

/** Fields of a document, normalised: ISO dates, ISO 3166 alpha-3 (or the ICAO code where there is none). */
export const DocumentFields = z
  .object({
    document_number: z.string(),
    surname: z.string(),
    given_names: z.string(),
    full_name: z.string(),
    birth_date: IsoDate,
    expiry_date: IsoDate,
    issue_date: IsoDate,
    sex: Sex,
    nationality: z.string(),
    issuing_country: z.string(),
    personal_number: z.string(),
    birth_place: z.string(),
    authority: z.string(),
    address: z.string(),
    licence_categories: z.string(),
    mrz: z.array(z.string()),
  })
  .partial();
export type DocumentFields = z.infer<typeof DocumentFields>;

/** How each field was read: from where, how surely, and where it stands. */
export const FieldEvidence = z.object({
  field: z.string(),
  value: z.string(),
  source: z.enum(["zone", "page", "barcode"]),
  confidence: Unit,
  place: Place.optional(),
});
export type FieldEvidence = z.infer<typeof FieldEvidence>;

/** A value in the issuing state's own script, where lines in it could be read. */
export const NativeField = z.object({
  field: z.string(),
  value: z.string(),
  script: z.string().describe("ISO 15924 code, e.g. Cyrl, Arab, Hans."),
  romanised: z
    .string()
    .nullable()
    .describe("In A–Z as ICAO Doc 9303-3 writes it; null where it has no table for the script."),
  agrees: z
    .boolean()
    .nullable()
    .describe("Whether it is the name that the zone or barcode holds; null where that cannot be said."),
  confidence: Unit,
  place: Place.optional(),
});
export type NativeField = z.infer<typeof NativeField>;

/** A row of a driving licence's table of categories: dates as far as they are printed. */
export const LicenceCategory = z.object({
  category: z.string(),
  valid_from: IsoDate.optional(),
  valid_until: IsoDate.optional(),
});
export type LicenceCategory = z.infer<typeof LicenceCategory>;

/** Something that could not be done, with what to do about it. */
export const Warning = z.object({ code: z.string().describe("Machine-readable, stable."), message: z.string() });
export type Warning = z.infer<typeof Warning>;

export const CheckResult = z.object({
  name: z.string(),
  status: CheckStatus,
  reason: z.string().optional().describe("Machine-readable, stable."),
  message: z.string().optional().describe("One sentence for a person."),
  missing: z.array(z.string()).optional().describe("For `skipped`: what the check needed and did not get."),
  place: Place.optional(),
});
export type CheckResult = z.infer<typeof CheckResult>;

export const Quality = z.object({
  sharpness: Unit,
  glare: Unit,
  exposure: Unit.optional(),
  resolution: Unit.optional(),
  tilt: Unit.optional(),
  crop: Unit.optional(),
});
export type Quality = z.infer<typeof Quality>;

export const Detected = z.object({
  type: DocumentType,
  country: z.string().nullable().describe("ISO 3166 alpha-3 or ICAO code; null where it was not found."),
  confidence: Unit,
});
export type Detected = z.infer<typeof Detected>;

/** One reason in an explanation: what was seen, against which threshold, for how many points. */
export const Reason = z.object({
  code: z.string().describe("Machine-readable, stable, e.g. mrz_checksum_fail."),
  message: z.string(),
  value: z.union([z.number(), z.string()]).optional(),
  threshold: z.number().optional(),
  points: z.number().optional().describe("Points that this reason cost or gave."),
});
export type Reason = z.infer<typeof Reason>;

export const Usage = z.object({ module: z.string(), billed: z.boolean() });

export const Profile = z
  .object({
    email: z.string().max(320),
    phone: z.string().max(40),
    ip: z.string().max(45),
    full_name: z.string().max(200),
    birth_date: z.iso.date(),
    country: z.string().max(3),
  })
  .partial()
  .strict();
export type Profile = z.infer<typeof Profile>;

/** The caller's own key-value pairs, returned as they came. */
export const Metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 50, "At most 50 pairs.");
