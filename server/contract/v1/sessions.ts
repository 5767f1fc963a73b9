import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { Decision, DocumentType, SessionStatus } from "@/server/contract/enums";
import { Metadata, Profile } from "@/server/contract/fields";

export const CreateSessionBody = z
  .object({
    reference: z.string().max(200).optional(),
    return_url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("Where the person goes afterwards."),
    locale: z.string().max(20).optional(),
    document_types: z.array(DocumentType).min(1).optional().describe("What may be shown; all by default."),
    country: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    profile: Profile.optional(),
    metadata: Metadata.optional(),
    workflow_id: z.string().optional(),
    expires_in_minutes: z.number().int().min(5).max(10_080).default(1_440),
  })
  .strict();

export const SessionView = z.object({
  session_id: z.string(),
  status: SessionStatus,
  decision: Decision.nullable(),
  job_id: z.string().nullable(),
  reference: z.string().nullable(),
  return_url: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  environment: z.enum(["test", "live"]),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  completed_at: z.iso.datetime().nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

const exampleSession = {
  session_id: "ses_01jd3v7m4ke8t",
  status: "requires_input",
  decision: null,
  job_id: null,
  reference: "order-7",
  return_url: "https://shop.example/back",
  metadata: {},
  environment: "test",
  created_at: "2026-01-31T09:30:00Z",
  expires_at: "2026-02-01T09:30:00Z",
  completed_at: null,
} satisfies SessionView;

export const createSession = endpoint({
  id: "createSession",
  method: "POST",
  path: "/v1/sessions",
  tag: "Sessions",
  summary: "Make a link at which a person captures document and face",
  description: "The link is shown once, works once, and expires.",
  scope: "sessions:write",
  params: Nothing,
  query: Nothing,
  body: CreateSessionBody,
  output: SessionView.extend({ url: z.string() }),
  status: 201,
  errors: ["not_found", "quota_exceeded"],
  example: {
    body: { reference: "order-7", return_url: "https://shop.example/back" },
    output: { ...exampleSession, url: "https://verify.example/verify/7mZ..." },
  },
});

export const getSession = endpoint({
  id: "getSession",
  method: "GET",
  path: "/v1/sessions/{id}",
  tag: "Sessions",
  summary: "Read a hosted session",
  description: "The verification itself is at /v1/kyc/jobs/{job_id}.",
  scope: "sessions:read",
  params: z.object({ id: z.string() }),
  query: Nothing,
  body: Nothing,
  output: SessionView,
  status: 200,
  errors: ["not_found"],
  example: { output: exampleSession },
});

export const cancelSession = endpoint({
  id: "cancelSession",
  method: "POST",
  path: "/v1/sessions/{id}/cancel",
  tag: "Sessions",
  summary: "Cancel a session that is not finished",
  description: "Its link stops working at once.",
  scope: "sessions:write",
  params: z.object({ id: z.string() }),
  query: Nothing,
  body: Nothing,
  output: SessionView,
  status: 200,
  errors: ["not_found", "session_finished"],
  example: { output: { ...exampleSession, status: "cancelled" } },
});
