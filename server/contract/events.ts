import { z } from "zod";
import { JobView } from "@/server/contract/v1/kyc";
import { SessionView } from "@/server/contract/v1/sessions";

/** Events that a tenant's endpoints can receive; `data` is the same view that the API answers. */
const QuotaData = z.object({ module: z.string(), period: z.string(), used: z.number(), limit: z.number() });
const KeyData = z.object({ key_id: z.string(), label: z.string() });

export const EVENTS = {
  "job.completed": { summary: "A verification was decided.", data: JobView },
  "job.reviewed": { summary: "A reviewer decided a verification that waited for one.", data: JobView },
  "job.failed": { summary: "A verification could not be carried out.", data: JobView },
  "session.completed": { summary: "A hosted session was decided.", data: SessionView },
  "session.expired": { summary: "A hosted session ran out of time.", data: SessionView },
  "session.cancelled": { summary: "A hosted session was cancelled.", data: SessionView },
  "quota.warning": { summary: "80 % of a module's monthly quota is used.", data: QuotaData },
  "quota.exhausted": { summary: "A module's monthly quota is used up.", data: QuotaData },
  "key.created": { summary: "An API key was made.", data: KeyData },
  "key.revoked": { summary: "An API key was revoked.", data: KeyData },
} as const satisfies Record<string, { summary: string; data: z.ZodType }>;

export type EventType = keyof typeof EVENTS;
export const EVENT_TYPES = Object.keys(EVENTS) as [EventType, ...EventType[]];

/** The body of every webhook. */
export const WebhookBody = z.object({
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  api_version: z.string(),
  environment: z.enum(["test", "live"]),
  created_at: z.iso.datetime(),
  data: z.unknown(),
});
export type WebhookBody = z.infer<typeof WebhookBody>;

export const API_VERSION = "2026-11-01";
