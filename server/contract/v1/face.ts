import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { Reason, Unit, Usage } from "@/server/contract/fields";
import { ImageBase64 } from "@/server/contract/picture";

export const MatchFacesBody = z
  .object({
    image_live_base64: ImageBase64,
    image_document_base64: ImageBase64.optional(),
    face_id: z.string().optional().describe("An enrolled face, instead of a second picture."),
    threshold: Unit.optional().describe("Least similarity that counts as a match; the tenant's by default."),
  })
  .strict()
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
  errors: [
    "invalid_image",
    "image_too_large",
    "image_too_many_pixels",
    "unsupported_media_type",
    "quota_exceeded",
    "model_unavailable",
    "malware_found",
    "scanner_unavailable",
    "not_found",
  ],
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
      model: { id: "face-embedding-dlib", version: "1" },
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
  errors: ["invalid_image", "image_too_large", "image_too_many_pixels", "unsupported_media_type", "model_unavailable"],
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
