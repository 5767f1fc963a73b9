import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { FalseMatchRate, Reason, Unit, Usage } from "@/server/contract/fields";
import { ImageBase64, PICTURE_ERRORS } from "@/server/contract/picture";

/** The threshold that a body asks for; undefined where it names none. */
export function askedThreshold({ threshold, fmr }: { readonly threshold?: number; readonly fmr?: number }) {
  if (fmr !== undefined) return { fmr };
  return threshold === undefined ? undefined : { similarity: threshold };
}

export const MatchFacesBody = z
  .object({
    image_live_base64: ImageBase64,
    image_document_base64: ImageBase64.optional(),
    face_id: z.string().optional().describe("An enrolled face, instead of a second picture."),
    threshold: Unit.optional().describe("Least similarity that counts as a match; the tenant's by default."),
    fmr: FalseMatchRate.optional().describe("The threshold as a false match rate instead, e.g. 1e-4."),
  })
  .strict()
  .refine((body) => body.threshold === undefined || body.fmr === undefined, {
    message: "Send either threshold or fmr.",
    path: ["fmr"],
  })
  .refine((body) => (body.image_document_base64 === undefined) !== (body.face_id === undefined), {
    message: "Send either image_document_base64 or face_id.",
    path: ["image_document_base64"],
  });

export const MatchFacesOutput = z.object({
  match: z.boolean(),
  similarity: Unit,
  threshold: Unit,
  usable: z.boolean().describe("False where a face is missing or too poor to compare; then match is false."),
  reasons: z.array(Reason),
  model: z.object({ id: z.string(), version: z.string() }),
  processing_ms: z.number(),
  usage: Usage,
});

export const matchFaces = endpoint({
  id: "matchFaces",
  method: "POST",
  path: "/v1/face/match",
  tag: "Faces",
  summary: "Compare a live face with the face on a document or an enrolled face",
  description: "Answers a calibrated similarity from 0 to 1 and whether it reaches the threshold.",
  scope: "face_match",
  billed: "face_match",
  params: Nothing,
  query: Nothing,
  body: MatchFacesBody,
  output: MatchFacesOutput,
  status: 200,
  errors: [...PICTURE_ERRORS, "quota_exceeded", "model_unavailable", "not_found"],
  example: {
    body: { image_live_base64: "<base64>", image_document_base64: "<base64>", threshold: 0.75 },
    output: {
      match: true,
      similarity: 0.84,
      threshold: 0.75,
      usable: true,
      reasons: [
        { code: "similarity", message: "Similarity 0.84 reaches the threshold 0.75.", value: 0.84, threshold: 0.75 },
      ],
      model: { id: "mobilefacenet+face-embedding-dlib", version: "1+1" },
      processing_ms: 190,
      usage: { module: "face_match", billed: true },
    },
  },
});

export const EnrollFaceBody = z
  .object({
    image_base64: ImageBase64,
    subject: z.string().min(1).max(200).describe("Your own identifier of the person."),
    consent: z.literal(true).describe("The person agreed that their template is kept."),
    consent_reference: z.string().min(1).max(200).optional().describe("Where you keep the record of it."),
  })
  .strict();

export const EnrolledFace = z.object({ face_id: z.string(), subject: z.string(), created_at: z.iso.datetime() });

export const enrollFace = endpoint({
  id: "enrollFace",
  method: "POST",
  path: "/v1/faces",
  tag: "Faces",
  summary: "Keep an encrypted template of a face for later comparison",
  description: "The picture is not kept. The template can be deleted at any time.",
  scope: "faces",
  params: Nothing,
  query: Nothing,
  body: EnrollFaceBody,
  output: EnrolledFace,
  status: 201,
  errors: [...PICTURE_ERRORS, "model_unavailable"],
  example: {
    body: { image_base64: "<base64>", subject: "customer-812", consent: true },
    output: { face_id: "fac_01jd3v7m4ke8t", subject: "customer-812", created_at: "2026-01-31T09:30:00Z" },
  },
});

export const deleteFace = endpoint({
  id: "deleteFace",
  method: "DELETE",
  path: "/v1/faces/{id}",
  tag: "Faces",
  summary: "Delete an enrolled face",
  description: "The template's key is destroyed; it cannot be brought back.",
  scope: "faces",
  params: z.object({ id: z.string() }),
  query: Nothing,
  body: Nothing,
  output: z.object({ face_id: z.string(), deleted: z.literal(true) }),
  status: 200,
  errors: ["not_found"],
  example: { output: { face_id: "fac_01jd3v7m4ke8t", deleted: true } },
});

export const SearchFacesBody = z
  .object({
    image_base64: ImageBase64,
    consent: z.literal(true).describe("The person agreed that their face is searched for among those enrolled."),
    threshold: Unit.optional().describe("Least similarity of one pair; 0.84 by default."),
    fmr: FalseMatchRate.optional().describe("The threshold as a false match rate of one pair instead, e.g. 1e-5."),
    limit: z.number().int().min(1).max(50).optional().describe("How many are answered at most; 10 by default."),
  })
  .strict()
  .refine((body) => body.threshold === undefined || body.fmr === undefined, {
    message: "Send either threshold or fmr.",
    path: ["fmr"],
  });

export const SearchFacesOutput = z.object({
  usable: z.boolean().describe("False where the picture has no face that can be compared; then nothing was searched."),
  matches: z.array(z.object({ face_id: z.string(), subject: z.string(), similarity: Unit })),
  searched: z.number().int().describe("How many enrolled faces were compared: those enrolled with the same model."),
  threshold: Unit,
  reasons: z.array(Reason),
  model: z.object({ id: z.string(), version: z.string() }),
  processing_ms: z.number(),
  usage: Usage,
});

export const searchFaces = endpoint({
  id: "searchFaces",
  method: "POST",
  path: "/v1/face/search",
  tag: "Faces",
  summary: "Search the enrolled faces for a person",
  description:
    "Compares a picture with every face that you enrolled in this environment, best matches first. The rate of a threshold is that of one pair: among n strangers n times as many reach it, so treat a match as a reason to look, not as proof.",
  scope: "faces",
  billed: "face_match",
  params: Nothing,
  query: Nothing,
  body: SearchFacesBody,
  output: SearchFacesOutput,
  status: 200,
  errors: [...PICTURE_ERRORS, "quota_exceeded", "model_unavailable", "unavailable"],
  example: {
    body: { image_base64: "<base64>", consent: true, fmr: 1e-5 },
    output: {
      usable: true,
      matches: [{ face_id: "fac_01jd3v7m4ke8t", subject: "customer-812", similarity: 0.97 }],
      searched: 41872,
      threshold: 0.9,
      reasons: [],
      model: { id: "mobilefacenet+face-embedding-dlib", version: "1+1" },
      processing_ms: 210,
      usage: { module: "face_match", billed: true },
    },
  },
});
