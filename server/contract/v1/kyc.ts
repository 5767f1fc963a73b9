import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { Decision, DocumentHint, Factor, JobStatus, StepName, StepStatus } from "@/server/contract/enums";
import {
  CheckResult,
  Detected,
  DocumentFields,
  FieldEvidence,
  Metadata,
  Profile,
  Quality,
  Reason,
} from "@/server/contract/fields";
import { ImageBase64, PICTURE_ERRORS } from "@/server/contract/picture";
import { CountryHint } from "@/server/contract/v1/document";
import { Frame, LivenessHints } from "@/server/contract/v1/liveness";

const VerifyBody = z
  .object({
    image_live_base64: ImageBase64.optional(),
    frames: z.array(Frame).min(1).max(40).optional(),
    image_front_base64: ImageBase64.optional(),
    image_back_base64: ImageBase64.optional(),
    hints: LivenessHints.optional(),
    document_hint: DocumentHint.default("auto"),
    country_hint: CountryHint.default("auto"),
    profile: Profile.optional(),
    reference: z.string().max(200).optional().describe("Your own identifier; returned as it came."),
    metadata: Metadata.optional(),
    workflow_id: z.string().optional(),
  })
  .strict()
  .refine((b) => b.image_live_base64 !== undefined || b.frames !== undefined || b.image_front_base64 !== undefined, {
    message: "Send at least a live picture or a document.",
    path: ["image_live_base64"],
  });

export const JobStep = z.object({
  name: StepName,
  status: StepStatus,
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
  duration_ms: z.number().nullable(),
  attempts: z.number(),
  error: z.string().nullable(),
});
export type JobStep = z.infer<typeof JobStep>;

export const JobFactor = z.object({
  name: Factor,
  weight: z.number().describe("Points that this factor could give."),
  points: z.number(),
  value: z.number().min(0).max(1).nullable(),
  reasons: z.array(Reason),
});
export type JobFactor = z.infer<typeof JobFactor>;

export const JobView = z.object({
  job_id: z.string(),
  status: JobStatus,
  decision: Decision.nullable(),
  score: z.number().min(0).max(100).nullable(),
  factors: z.array(JobFactor),
  steps: z.array(JobStep),
  detected: Detected.nullable(),
  fields: DocumentFields.nullable(),
  evidence: z.array(FieldEvidence),
  quality: Quality.nullable(),
  checks: z.array(CheckResult),
  reasons: z.array(Reason).describe("Why the decision is what it is, the weightiest first."),
  reference: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  session_id: z.string().nullable(),
  workflow: z.object({ id: z.string(), version: z.number() }),
  environment: z.enum(["test", "live"]),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  completed_at: z.iso.datetime().nullable(),
});
export type JobView = z.infer<typeof JobView>;

const exampleJob = {
  job_id: "job_01jd3v7m4ke8t",
  status: "completed",
  decision: "accepted",
  score: 91.2,
  factors: [{ name: "liveness", weight: 30, points: 27.9, value: 0.93, reasons: [] }],
  steps: [
    {
      name: "liveness",
      status: "done",
      started_at: "2026-01-31T09:30:00Z",
      finished_at: "2026-01-31T09:30:01Z",
      duration_ms: 240,
      attempts: 1,
      error: null,
    },
  ],
  detected: { type: "passport", country: "UTO", confidence: 0.97 },
  fields: { document_number: "L898902C3", surname: "ERIKSSON" },
  evidence: [],
  quality: { sharpness: 0.81, glare: 0.07 },
  checks: [{ name: "mrz_checksum", status: "pass" }],
  reasons: [],
  reference: "order-7",
  metadata: {},
  session_id: null,
  workflow: { id: "wfl_default", version: 1 },
  environment: "test",
  created_at: "2026-01-31T09:30:00Z",
  started_at: "2026-01-31T09:30:00Z",
  completed_at: "2026-01-31T09:30:01Z",
} satisfies JobView;

export const verifyIdentity = endpoint({
  id: "verifyIdentity",
  method: "POST",
  path: "/v1/kyc/verify",
  tag: "Verification",
  summary: "Start a full verification",
  description: "Answers at once; the result comes by webhook and at /v1/kyc/jobs/{id}.",
  scope: "workflow",
  billed: "workflow",
  params: Nothing,
  query: Nothing,
  body: VerifyBody,
  output: z.object({ job_id: z.string(), status: z.literal("queued") }),
  status: 202,
  errors: [...PICTURE_ERRORS, "quota_exceeded", "not_found"],
  example: {
    body: { image_live_base64: "<base64>", image_front_base64: "<base64>", reference: "order-7" },
    output: { job_id: "job_01jd3v7m4ke8t", status: "queued" },
  },
});

export const getJob = endpoint({
  id: "getJob",
  method: "GET",
  path: "/v1/kyc/jobs/{id}",
  tag: "Verification",
  summary: "Read a verification: status, steps, score and fields",
  description: "Every point of the score is explained under `factors`.",
  scope: "jobs:read",
  params: z.object({ id: z.string() }),
  query: Nothing,
  body: Nothing,
  output: JobView,
  status: 200,
  errors: ["not_found"],
  example: { output: exampleJob },
});

export const listJobs = endpoint({
  id: "listJobs",
  method: "GET",
  path: "/v1/kyc/jobs",
  tag: "Verification",
  summary: "List verifications, newest first",
  description: "Pages by cursor: pass `next_cursor` as `cursor`.",
  scope: "jobs:read",
  params: Nothing,
  query: z
    .object({
      status: JobStatus.optional(),
      decision: Decision.optional(),
      reference: z.string().max(200).optional(),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    })
    .strict(),
  body: Nothing,
  output: z.object({
    data: z.array(
      JobView.pick({
        job_id: true,
        status: true,
        decision: true,
        score: true,
        reference: true,
        created_at: true,
        completed_at: true,
      }),
    ),
    next_cursor: z.string().nullable(),
  }),
  status: 200,
  errors: [],
  example: {
    output: {
      data: [
        {
          job_id: "job_01jd3v7m4ke8t",
          status: "completed",
          decision: "accepted",
          score: 91.2,
          reference: "order-7",
          created_at: "2026-01-31T09:30:00Z",
          completed_at: "2026-01-31T09:30:01Z",
        },
      ],
      next_cursor: null,
    },
  },
});

export const getEvidence = endpoint({
  id: "getEvidence",
  method: "GET",
  path: "/v1/kyc/jobs/{id}/evidence",
  tag: "Verification",
  summary: "Get the signed evidence of a verification",
  description:
    "A ZIP with the decision point by point, hashes of the pictures, the audit's entries and a PDF report, signed with Ed25519. `npm run audit -- verify FILE KEY` checks it without a server, also after an erasure. It holds personal data.",
  scope: "jobs:read",
  params: z.object({ id: z.string() }),
  query: Nothing,
  body: Nothing,
  output: z.object({
    file_name: z.string(),
    sha256: z.string(),
    public_key: z.string().describe("Ed25519, raw, base64: the account's, the same in every pack."),
    zip_base64: z.string(),
  }),
  status: 200,
  errors: ["not_found", "conflict"],
  example: {
    output: {
      file_name: "evidence-job_01jd3v7m4ke8t.zip",
      sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      public_key: "HMhQrLsDCxTE5ylxFnHS8Du/89gNYxg3xQ6v94R6Oxo=",
      zip_base64: "<base64>",
    },
  },
});
