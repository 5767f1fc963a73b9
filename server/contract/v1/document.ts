import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { DocumentHint } from "@/server/contract/enums";
import {
  CheckResult,
  Detected,
  DocumentFields,
  FieldEvidence,
  LicenceCategory,
  NativeField,
  Quality,
  Unit,
  Usage,
  Warning,
} from "@/server/contract/fields";
import { ImageBase64, PICTURE_ERRORS } from "@/server/contract/picture";

export const CountryHint = z.string().regex(/^(auto|[A-Z]{1,3})$/, "Use auto or an ISO 3166 alpha-3 code in capitals.");

export const DocumentPictures = z
  .object({
    image_front_base64: ImageBase64,
    image_back_base64: ImageBase64.optional(),
    document_hint: DocumentHint.default("auto"),
    country_hint: CountryHint.default("auto"),
  })
  .strict();

/** Reading the zone alone takes a third of the time: for a form that fills itself in while the person waits. */
const OcrBody = DocumentPictures.extend({
  read: z
    .enum(["all", "zone"])
    .default("all")
    .describe("`zone` reads the machine-readable zone and nothing else: no printed line, barcode, portrait or side."),
});

export const OcrOutput = z.object({
  detected: Detected,
  fields: DocumentFields,
  evidence: z.array(FieldEvidence),
  categories: z
    .array(LicenceCategory)
    .describe("Of a driving licence: its table of categories, where that side was sent."),
  native: z.array(NativeField).describe("Values in the issuing state's own script, where lines in it could be read."),
  images: z
    .object({ face_crop_base64: z.string(), ghost_crop_base64: z.string(), signature_crop_base64: z.string() })
    .partial()
    .describe("JPEGs of the portrait, of its second, smaller print, and of the signature, as far as they were found."),
  quality: Quality,
  hints: z.array(z.string()),
  warnings: z.array(Warning).describe("What could not be read for want of something that can be installed."),
  processing_ms: z.number(),
  usage: Usage,
});

export const readDocument = endpoint({
  id: "readDocument",
  method: "POST",
  path: "/v1/document/ocr",
  tag: "Documents",
  summary: "Find a document, tell its type and country, and read its fields",
  description: "Reads the printed page, the machine-readable zone and the barcode, and normalises dates and countries.",
  scope: "ocr",
  billed: "ocr",
  params: Nothing,
  query: Nothing,
  body: OcrBody,
  output: OcrOutput,
  status: 200,
  errors: [...PICTURE_ERRORS, "quota_exceeded", "model_unavailable"],
  example: {
    body: { image_front_base64: "<base64>", document_hint: "auto", country_hint: "auto" },
    output: {
      detected: { type: "passport", country: "CIV", confidence: 0.88 },
      fields: { document_number: "05AA12345", surname: "KOUASSI", given_names: "AYA", birth_date: "1990-04-12" },
      evidence: [{ field: "document_number", value: "05AA12345", source: "zone", confidence: 0.99 }],
      images: { face_crop_base64: "<base64>" },
      quality: { sharpness: 0.81, glare: 0.07 },
      categories: [],
      native: [],
      hints: [],
      warnings: [],
      processing_ms: 612,
      usage: { module: "ocr", billed: true },
    },
  },
});

/** Pictures as for reading, or what was read elsewhere: never both, so that it is plain what was judged. */
const ValidateDocumentBody = DocumentPictures.extend({
  image_front_base64: ImageBase64.optional(),
  fields: DocumentFields.strict().optional(),
  mrz: z.array(z.string().max(60)).min(1).max(3).optional().describe("Lines of the machine-readable zone."),
}).superRefine((body, ctx) => {
  const pictured = body.image_front_base64 !== undefined;
  const read = body.fields !== undefined || body.mrz !== undefined;
  if (!pictured && body.image_back_base64 !== undefined) {
    ctx.addIssue({ code: "custom", message: "Send the front too.", path: ["image_front_base64"] });
  } else if (!pictured && !read) {
    ctx.addIssue({
      code: "custom",
      message: "Send image_front_base64, or fields, or mrz.",
      path: ["image_front_base64"],
    });
  } else if (pictured && read) {
    const path = [body.fields === undefined ? "mrz" : "fields"];
    ctx.addIssue({ code: "custom", message: "Send pictures, or fields and mrz; not both.", path });
  }
});

export const ValidateOutput = z.object({
  document_valid: z.boolean(),
  checks: z.array(CheckResult),
  confidence: Unit,
  detected: Detected,
  processing_ms: z.number(),
  usage: Usage,
});

export const validateDocument = endpoint({
  id: "validateDocument",
  method: "POST",
  path: "/v1/document/validate",
  tag: "Documents",
  summary: "Put a document through every check and say what was found",
  description: "Takes pictures as /v1/document/ocr does, or `fields` and `mrz` without a picture.",
  scope: "validate",
  billed: "validate",
  params: Nothing,
  query: Nothing,
  body: ValidateDocumentBody,
  output: ValidateOutput,
  status: 200,
  errors: [...PICTURE_ERRORS, "quota_exceeded", "model_unavailable"],
  example: {
    body: { mrz: ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F3404159ZE184226B<<<<<16"] },
    output: {
      document_valid: true,
      checks: [{ name: "mrz_checksum", status: "pass" }],
      confidence: 0.943,
      detected: { type: "passport", country: "UTO", confidence: 0.99 },
      processing_ms: 3,
      usage: { module: "validate", billed: true },
    },
  },
});
