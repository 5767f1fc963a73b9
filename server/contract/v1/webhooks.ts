import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { EVENT_TYPES } from "@/server/contract/events";

export const WebhookEndpointView = z.object({
  endpoint_id: z.string(),
  url: z.string(),
  events: z.array(z.enum(EVENT_TYPES)).describe("Empty: every event."),
  status: z.enum(["active", "paused", "disabled"]),
  disabled_reason: z
    .string()
    .nullable()
    .describe("`gone`: the receiver answered 410. `failing`: nothing arrived for three days."),
  max_concurrency: z.number().describe("Deliveries to it at a time."),
  ordered: z
    .boolean()
    .describe("One after the other, in the order of the events; a failing one holds up those behind it."),
  failing_since: z.iso.datetime().nullable().describe("Since when nothing arrives; null while it works."),
  created_at: z.iso.datetime(),
});
export type WebhookEndpointView = z.infer<typeof WebhookEndpointView>;

const exampleEndpoint = {
  endpoint_id: "whe_01jd3v7m4ke8t",
  url: "https://shop.example/webhooks/veriflow",
  events: ["job.completed"],
  status: "active",
  disabled_reason: null,
  max_concurrency: 10,
  ordered: false,
  failing_since: null,
  created_at: "2026-01-31T09:30:00Z",
} satisfies WebhookEndpointView;

export const createWebhook = endpoint({
  id: "createWebhook",
  method: "POST",
  path: "/v1/webhooks",
  tag: "Webhooks",
  summary: "Register an address that events are posted to",
  description:
    "Deliveries are signed after Standard Webhooks with the secret that is answered here, once. They are tried ten times over three days; 410, or three days without an arrival, switch the endpoint off.",
  scope: "webhooks",
  params: Nothing,
  query: Nothing,
  body: z
    .object({
      url: z.string().max(2000).describe("An https address on the public internet."),
      events: z.array(z.enum(EVENT_TYPES)).default([]).describe("Which events; all of them by default."),
      max_concurrency: z.number().int().min(1).max(50).default(10),
      ordered: z.boolean().default(false),
    })
    .strict(),
  output: WebhookEndpointView.extend({ secret: z.string().describe("`whsec_` and base64; shown once.") }),
  status: 201,
  errors: [],
  example: {
    body: { url: exampleEndpoint.url, events: ["job.completed"] },
    output: { ...exampleEndpoint, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
  },
});

export const listWebhooks = endpoint({
  id: "listWebhooks",
  method: "GET",
  path: "/v1/webhooks",
  tag: "Webhooks",
  summary: "List the addresses that events are posted to",
  description: "Of the key's environment, oldest first. Secrets are not shown again.",
  scope: "webhooks",
  params: Nothing,
  query: Nothing,
  body: Nothing,
  output: z.object({ data: z.array(WebhookEndpointView) }),
  status: 200,
  errors: [],
  example: { output: { data: [exampleEndpoint] } },
});

export const deleteWebhook = endpoint({
  id: "deleteWebhook",
  method: "DELETE",
  path: "/v1/webhooks/{id}",
  tag: "Webhooks",
  summary: "Remove an address with its delivery log",
  description: "Events that are on their way to it are dropped.",
  scope: "webhooks",
  params: z.object({ id: z.string() }),
  query: Nothing,
  body: Nothing,
  output: z.object({ endpoint_id: z.string(), deleted: z.literal(true) }),
  status: 200,
  errors: ["not_found"],
  example: { output: { endpoint_id: exampleEndpoint.endpoint_id, deleted: true } },
});

const onEndpoint = {
  scope: "webhooks",
  tag: "Webhooks",
  query: Nothing,
  params: z.object({ id: z.string() }),
} as const;

export const pauseWebhook = endpoint({
  ...onEndpoint,
  id: "pauseWebhook",
  method: "POST",
  path: "/v1/webhooks/{id}/pause",
  summary: "Hold back what is meant for an address",
  description: "Events go on being written; they are sent when it is active again.",
  body: Nothing,
  output: WebhookEndpointView,
  status: 200,
  errors: ["not_found"],
  example: { body: {}, output: { ...exampleEndpoint, status: "paused" } },
});

export const resumeWebhook = endpoint({
  ...onEndpoint,
  id: "resumeWebhook",
  method: "POST",
  path: "/v1/webhooks/{id}/resume",
  summary: "Make an address active again",
  description: "What was held back is sent. After it was switched off, replay the time that it missed.",
  body: Nothing,
  output: WebhookEndpointView,
  status: 200,
  errors: ["not_found"],
  example: { body: {}, output: exampleEndpoint },
});

export const replayWebhook = endpoint({
  ...onEndpoint,
  id: "replayWebhook",
  method: "POST",
  path: "/v1/webhooks/{id}/replay",
  summary: "Send the events of a time again",
  description:
    "Under their first `webhook-id`, in their order, at most 10,000 a call. Events that were not meant for the address then, because it was switched off or new, are sent too.",
  body: z
    .object({
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      only_failed: z.boolean().default(true).describe("Leave out what arrived."),
    })
    .strict(),
  output: z.object({
    replayed: z.number(),
    next_from: z.iso.datetime().nullable().describe("Call again from here where there was more."),
  }),
  status: 200,
  errors: ["not_found", "conflict"],
  example: {
    body: { from: "2026-01-31T00:00:00Z", to: "2026-02-01T00:00:00Z", only_failed: true },
    output: { replayed: 12, next_from: null },
  },
});

export const replayWebhookDelivery = endpoint({
  id: "replayWebhookDelivery",
  method: "POST",
  path: "/v1/webhooks/deliveries/{id}/replay",
  tag: "Webhooks",
  summary: "Send one delivery again",
  description: "From the beginning of the schedule, under its first `webhook-id`.",
  scope: "webhooks",
  params: z.object({ id: z.string() }),
  query: Nothing,
  body: Nothing,
  output: z.object({ delivery_id: z.string(), status: z.literal("pending") }),
  status: 200,
  errors: ["not_found", "conflict"],
  example: { body: {}, output: { delivery_id: "whd_01jd3v7m4ke8t", status: "pending" } },
});

export const listWebhookDeliveries = endpoint({
  ...onEndpoint,
  id: "listWebhookDeliveries",
  method: "GET",
  path: "/v1/webhooks/{id}/deliveries",
  summary: "List what was sent to an address, newest first",
  description: "With what came of it; pages by cursor. Bodies and answers are in the dashboard.",
  query: z
    .object({
      status: z.enum(["pending", "delivered", "failed"]).optional(),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    })
    .strict(),
  body: Nothing,
  output: z.object({
    data: z.array(
      z.object({
        delivery_id: z.string(),
        event_id: z.string().describe("The `webhook-id` of the delivery."),
        type: z.enum(EVENT_TYPES),
        status: z.enum(["pending", "delivered", "failed"]),
        attempts: z.number(),
        last_status: z.number().nullable(),
        last_error: z.string().nullable(),
        next_at: z.iso.datetime().nullable(),
        created_at: z.iso.datetime(),
      }),
    ),
    next_cursor: z.string().nullable(),
  }),
  status: 200,
  errors: ["not_found"],
  example: {
    output: {
      data: [
        {
          delivery_id: "whd_01jd3v7m4ke8t",
          event_id: "evt_01jd3v7m4ke8t",
          type: "job.completed",
          status: "failed",
          attempts: 10,
          last_status: 503,
          last_error: null,
          next_at: null,
          created_at: "2026-01-31T09:30:00Z",
        },
      ],
      next_cursor: null,
    },
  },
});
