import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { EVENT_TYPES } from "@/server/contract/events";

export const WebhookEndpointView = z.object({
  endpoint_id: z.string(),
  url: z.string(),
  events: z.array(z.enum(EVENT_TYPES)).describe("Empty: every event."),
  status: z.enum(["active", "paused", "disabled"]),
  disabled_reason: z.string().nullable().describe("`gone`: the receiver answered 410."),
  created_at: z.iso.datetime(),
});
export type WebhookEndpointView = z.infer<typeof WebhookEndpointView>;

const exampleEndpoint = {
  endpoint_id: "whe_01jd3v7m4ke8t",
  url: "https://shop.example/webhooks/veriflow",
  events: ["job.completed"],
  status: "active",
  disabled_reason: null,
  created_at: "2026-01-31T09:30:00Z",
} satisfies WebhookEndpointView;

export const createWebhook = endpoint({
  id: "createWebhook",
  method: "POST",
  path: "/v1/webhooks",
  tag: "Webhooks",
  summary: "Register an address that events are posted to",
  description:
    "Deliveries are signed after Standard Webhooks with the secret that is answered here, once. They are tried ten times over three days; 410 switches the endpoint off.",
  scope: "webhooks",
  params: Nothing,
  query: Nothing,
  body: z
    .object({
      url: z.string().max(2000).describe("An https address on the public internet."),
      events: z.array(z.enum(EVENT_TYPES)).default([]).describe("Which events; all of them by default."),
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
