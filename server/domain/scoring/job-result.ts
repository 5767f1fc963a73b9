import { z } from "zod";
import { Decision, DocumentType } from "@/server/contract/enums";
import { CheckResult, Detected, DocumentFields, FieldEvidence, Quality, Reason, Unit } from "@/server/contract/fields";
import { CaptureReport } from "@/server/contract/liveness-challenge";
import { KyaCheck } from "@/server/contract/v1/kya";
import { JobFactor } from "@/server/contract/v1/kyc";
import { AnalyzeLivenessOutput } from "@/server/contract/v1/liveness";
import type { DocumentEvidence } from "@/server/domain/documents/evidence";
import { Challenge } from "@/server/domain/liveness/challenge/challenge";

/**
 * What a verification leaves behind. Each step's output is sealed as JSON in `job_step.output_sealed` (StepOutput),
 * the decision's in `job.result_sealed` (JobResult), both under the job's own data key. Names as on the wire.
 */
export const ModelUsed = z.object({ id: z.string(), version: z.string(), sha256: z.string() });
export type ModelUsed = z.infer<typeof ModelUsed>;

export const LivenessOutput = AnalyzeLivenessOutput.omit({ processing_ms: true, usage: true }).extend({
  step: z.literal("liveness"),
  /** Faces seen in the live picture. */
  faces: z.number().int(),
  models: z.array(ModelUsed),
});
export type LivenessOutput = z.infer<typeof LivenessOutput>;

export const OcrOutput = z.object({
  step: z.literal("ocr"),
  detected: Detected,
  fields: DocumentFields,
  evidence: z.array(FieldEvidence),
  quality: Quality,
  hints: z.array(z.string()),
  models: z.array(ModelUsed),
  /** What the checks of the next step look at; the portrait's bytes are kept as media. */
  raw: z.custom<DocumentEvidence>((value) => typeof value === "object" && value !== null),
});
export type OcrOutput = z.infer<typeof OcrOutput>;

export const ValidateOutput = z.object({
  step: z.literal("validate"),
  document_valid: z.boolean(),
  confidence: Unit,
  checks: z.array(CheckResult),
  /** What spoke against it beyond single checks too, the gravest first. */
  reasons: z.array(Reason),
});
export type ValidateOutput = z.infer<typeof ValidateOutput>;

export const FaceMatchOutput = z.object({
  step: z.literal("face_match"),
  match: z.boolean(),
  similarity: Unit,
  threshold: Unit,
  /** False where a face is missing or too poor to compare. */
  usable: z.boolean(),
  reasons: z.array(Reason),
  models: z.array(ModelUsed),
});
export type FaceMatchOutput = z.infer<typeof FaceMatchOutput>;

export const KyaOutput = z.object({ step: z.literal("kya"), score: Unit, checks: z.array(KyaCheck) });
export type KyaOutput = z.infer<typeof KyaOutput>;

export const StepOutput = z.discriminatedUnion("step", [
  LivenessOutput,
  OcrOutput,
  ValidateOutput,
  FaceMatchOutput,
  KyaOutput,
]);
export type StepOutput = z.infer<typeof StepOutput>;

/** Everything that the decision was made of; `detected` … `checks` are null or empty where the step was not run. */
export const JobResult = z.object({
  decision: Decision,
  score: z.number().min(0).max(100),
  factors: z.array(JobFactor),
  reasons: z.array(Reason),
  detected: Detected.nullable(),
  fields: DocumentFields.nullable(),
  evidence: z.array(FieldEvidence),
  quality: Quality.nullable(),
  checks: z.array(CheckResult),
  models: z.array(ModelUsed),
});
export type JobResult = z.infer<typeof JobResult>;

/** What the caller sent beside the pictures: sealed in `job.input_sealed`. */
export const JobInput = z.object({
  document_hint: z.union([DocumentType, z.literal("auto")]).default("auto"),
  country_hint: z.string().default("auto"),
  hints: z.object({ pose: z.boolean(), blink: z.boolean() }).partial().optional(),
  /** What the server drew for a hosted session, and what the page told of how it captured. */
  challenge: Challenge.optional(),
  report: CaptureReport.optional(),
  profile: z
    .object({
      email: z.string(),
      phone: z.string(),
      ip: z.string(),
      full_name: z.string(),
      birth_date: z.string(),
      country: z.string(),
    })
    .partial()
    .optional(),
  metadata: z.record(z.string(), z.string()).default({}),
});
export type JobInput = z.infer<typeof JobInput>;
