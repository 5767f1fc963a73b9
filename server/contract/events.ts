import { z } from "zod";
import { creditNoteExample, InvoiceView, invoiceExample } from "@/server/contract/invoices";
import { JobView } from "@/server/contract/v1/kyc";
import { SessionView } from "@/server/contract/v1/sessions";

/**
 * Events that a tenant's endpoints can receive; `data` is the same view that the API answers. `version` counts the
 * shapes that a type's `data` has had: it rises when a receiver could break, never for a member that is added.
 */
const QuotaData = z.object({ module: z.string(), period: z.string(), used: z.number(), limit: z.number() });
const KeyData = z.object({ key_id: z.string(), label: z.string() });
const RotatedKeyData = KeyData.extend({
  new_key_id: z.string(),
  old_key_until: z.iso.datetime().describe("Until then both keys work."),
});
const ErasureData = z.object({
  erasure_id: z.string(),
  scope: z.enum(["verification", "session"]),
  target: z.string().describe("Id of what was erased."),
  reason: z.enum(["request", "retention"]),
  media: z.number().describe("Pictures removed from the store."),
  key_hash: z.string().nullable().describe("SHA-256 of the wrapped data key that was destroyed."),
  requested_at: z.iso.datetime(),
  completed_at: z.iso.datetime().nullable(),
});
const erasureExample = {
  erasure_id: "era_01jd3v7m4ke8t",
  scope: "verification",
  target: "job_01jd3v7m4ke8t",
  reason: "request",
  media: 2,
  key_hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  requested_at: "2026-01-31T09:30:00Z",
  completed_at: "2026-01-31T09:30:01Z",
} satisfies z.infer<typeof ErasureData>;
const EndpointData = z.object({
  endpoint_id: z.string(),
  url: z.string(),
  reason: z.enum(["gone", "failing"]).describe("`gone`: it answered 410. `failing`: nothing arrived for three days."),
});

interface EventDeclaration {
  readonly summary: string;
  readonly version: number;
  readonly data: z.ZodObject;
  /** What the sandbox sends when it is asked for one; verifications and sessions are played instead. */
  readonly example?: unknown;
}

export const EVENTS = {
  "job.completed": { summary: "A verification was decided.", version: 1, data: JobView },
  "job.reviewed": { summary: "A reviewer decided a verification that waited for one.", version: 1, data: JobView },
  "job.failed": { summary: "A verification could not be carried out.", version: 1, data: JobView },
  "session.completed": { summary: "A hosted session was decided.", version: 1, data: SessionView },
  "session.expired": { summary: "A hosted session ran out of time.", version: 1, data: SessionView },
  "session.cancelled": { summary: "A hosted session was cancelled.", version: 1, data: SessionView },
  "quota.warning": {
    summary: "80 % of a module's monthly quota is used.",
    version: 1,
    data: QuotaData,
    example: { module: "liveness", period: "2026-01", used: 4000, limit: 5000 },
  },
  "quota.exhausted": {
    summary: "A module's monthly quota is used up.",
    version: 1,
    data: QuotaData,
    example: { module: "liveness", period: "2026-01", used: 5000, limit: 5000 },
  },
  "invoice.issued": {
    summary: "A month was closed and its invoice issued.",
    version: 1,
    data: InvoiceView,
    example: invoiceExample,
  },
  "invoice.credited": {
    summary: "A credit note was issued for an invoice.",
    version: 1,
    data: InvoiceView,
    example: creditNoteExample,
  },
  "key.created": {
    summary: "An API key was made.",
    version: 1,
    data: KeyData,
    example: { key_id: "vf_test_4ke8t", label: "Server" },
  },
  "key.revoked": {
    summary: "An API key was revoked.",
    version: 1,
    data: KeyData,
    example: { key_id: "vf_test_4ke8t", label: "Server" },
  },
  "key.rotated": {
    summary: "An API key got a successor, and runs out.",
    version: 1,
    data: RotatedKeyData,
    example: {
      key_id: "vf_test_4ke8t",
      label: "Server",
      new_key_id: "vf_test_7pq2m",
      old_key_until: "2026-01-31T09:30:00Z",
    },
  },
  "erasure.requested": {
    summary: "Data of a person were made unreadable.",
    version: 1,
    data: ErasureData,
    example: { ...erasureExample, completed_at: null },
  },
  "erasure.completed": {
    summary: "The last object of an erasure left the store.",
    version: 1,
    data: ErasureData,
    example: erasureExample,
  },
  "webhook.disabled": {
    summary: "An endpoint was switched off.",
    version: 1,
    data: EndpointData,
    example: { endpoint_id: "whe_01jd3v7m4ke8t", url: "https://shop.example/webhooks", reason: "gone" },
  },
} as const satisfies Record<string, EventDeclaration>;

export type EventType = keyof typeof EVENTS;
export const EVENT_TYPES = Object.keys(EVENTS) as [EventType, ...EventType[]];

/** The body of every webhook. */
export const WebhookBody = z.object({
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  api_version: z.string(),
  schema: z.string().describe("Type and version of `data`: `job.completed/1`."),
  environment: z.enum(["test", "live"]),
  created_at: z.iso.datetime(),
  data: z.unknown(),
});
export type WebhookBody = z.infer<typeof WebhookBody>;

export const API_VERSION = "2026-11-01";
