import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { Decision } from "@/server/contract/enums";
import { EVENT_TYPES } from "@/server/contract/events";
import { Profile } from "@/server/contract/fields";
import { SessionView } from "@/server/contract/v1/sessions";

const ONLY_TEST = "Only keys that begin with `vf_test_` have a sandbox; with a live key there is nothing here (404).";

export const SandboxScenario = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(["seen", "ending"]).describe("`seen`: what the cameras saw; `ending`: how a session ends otherwise."),
  expect: z.object({
    decision: Decision.nullable(),
    reasons: z.array(z.string()).describe("Codes that are among the reasons."),
  }),
  send: z
    .object({
      profile: Profile.optional(),
      hints: z.object({ pose: z.boolean().optional(), blink: z.boolean().optional() }).optional(),
      documentType: z.string().optional(),
      country: z.string().optional(),
    })
    .describe("What to send beside, for the scenario to play out."),
  picture: z.string().nullable().describe("Path of the magic picture; none for endings."),
});

export const listScenarios = endpoint({
  id: "listScenarios",
  method: "GET",
  path: "/v1/sandbox/scenarios",
  tag: "Sandbox",
  summary: "List what the sandbox can play",
  description: `Each decision, reason and webhook can be had without a camera. ${ONLY_TEST}`,
  scope: "sessions:read",
  params: Nothing,
  query: Nothing,
  body: Nothing,
  output: z.object({ data: z.array(SandboxScenario) }),
  status: 200,
  errors: ["not_found"],
  example: {
    output: {
      data: [
        {
          id: "document_expired",
          title: "An expired passport",
          kind: "seen",
          expect: { decision: "rejected", reasons: ["document_expired"] },
          send: {},
          picture: "/sandbox/document_expired.png",
        },
      ],
    },
  },
});

export const simulateSession = endpoint({
  id: "simulateSession",
  method: "POST",
  path: "/v1/sandbox/sessions/{id}/simulate",
  tag: "Sandbox",
  summary: "Play a hosted session through to an outcome, without a camera",
  description: `Consents, captures magic pictures and finishes, as a person at the link would; the verification then runs for real, and webhooks are sent. ${ONLY_TEST}`,
  scope: "sessions:write",
  params: z.object({ id: z.string() }),
  query: Nothing,
  body: z.object({ scenario: z.string().max(60).describe("One of `GET /v1/sandbox/scenarios`.") }).strict(),
  output: SessionView,
  status: 200,
  errors: ["not_found", "session_finished", "session_expired", "conflict"],
  example: {
    body: { scenario: "document_expired" },
    output: {
      session_id: "ses_01jd3v7m4ke8t",
      status: "processing",
      decision: null,
      job_id: "job_01jd3v7m4ke8t",
      reference: "order-7",
      return_url: null,
      metadata: {},
      environment: "test",
      created_at: "2026-01-31T09:30:00Z",
      expires_at: "2026-02-01T09:30:00Z",
      completed_at: null,
    },
  },
});

export const sendSampleEvent = endpoint({
  id: "sendSampleEvent",
  method: "POST",
  path: "/v1/sandbox/events",
  tag: "Sandbox",
  summary: "Send a sample of an event to the sandbox's endpoints",
  description: `For what no session brings about: quotas, keys, invoices, erasures. Signed, retried and logged like any other. ${ONLY_TEST}`,
  scope: "webhooks",
  params: Nothing,
  query: Nothing,
  body: z.object({ type: z.enum(EVENT_TYPES) }).strict(),
  output: z.object({ deliveries: z.number().describe("To how many endpoints it is on its way.") }),
  status: 200,
  errors: ["not_found"],
  example: { body: { type: "quota.warning" }, output: { deliveries: 1 } },
});
