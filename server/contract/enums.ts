import { z } from "zod";

/** Enumerations of the public API (specification §15 and the job's life), each declared once. */
export const SpoofType = z.enum(["none", "screen", "paper", "mask", "deepfake", "unknown"]);
export type SpoofType = z.infer<typeof SpoofType>;

export const DocumentType = z.enum(["passport", "id_card", "driver_license", "residence_permit", "other"]);
export type DocumentType = z.infer<typeof DocumentType>;

export const DocumentHint = z.enum(["auto", "passport", "id_card", "driver_license", "residence_permit"]);
export type DocumentHint = z.infer<typeof DocumentHint>;

export const Decision = z.enum(["accepted", "review", "rejected"]);
export type Decision = z.infer<typeof Decision>;

/** What is metered, priced and limited. */
export const BilledModule = z.enum(["liveness", "ocr", "validate", "face_match", "workflow", "kya"]);
export type BilledModule = z.infer<typeof BilledModule>;

export const Factor = z.enum(["liveness", "face_match", "document", "kya"]);
export type Factor = z.infer<typeof Factor>;

export const StepName = z.enum(["liveness", "ocr", "validate", "face_match", "kya", "scoring"]);
export type StepName = z.infer<typeof StepName>;

export const StepStatus = z.enum(["pending", "running", "done", "undone", "skipped"]);
export type StepStatus = z.infer<typeof StepStatus>;

export const JobStatus = z.enum(["queued", "processing", "completed", "failed", "cancelled"]);
export type JobStatus = z.infer<typeof JobStatus>;

export const SessionStatus = z.enum([
  "requires_input",
  "processing",
  "accepted",
  "review",
  "rejected",
  "expired",
  "cancelled",
]);
export type SessionStatus = z.infer<typeof SessionStatus>;

export const CheckStatus = z.enum(["pass", "fail", "warn", "skipped"]);
export type CheckStatus = z.infer<typeof CheckStatus>;

export const Environment = z.enum(["test", "live"]);
export type Environment = z.infer<typeof Environment>;

/** What a key may do; an endpoint names the one it needs. */
export const Scope = z.enum([
  "liveness",
  "ocr",
  "validate",
  "face_match",
  "kya",
  "workflow",
  "jobs:read",
  "sessions:write",
  "sessions:read",
  "faces",
  "webhooks",
]);
export type Scope = z.infer<typeof Scope>;
