import type { JsonSchema } from "@/server/api/description/json-schema";
import { type Endpoint, SHARED_ERRORS } from "@/server/contract/endpoint";
import { ERRORS, type ErrorCode } from "@/server/contract/errors";

export const ANSWER_HEADERS = {
  RateLimit: { $ref: "#/components/headers/RateLimit" },
  "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
  "X-Trace-Id": { $ref: "#/components/headers/TraceId" },
};

/** Refusals of an endpoint by status; a status with nothing beyond what every endpoint shares is declared once. */
export function refusals(endpoint: Endpoint): Record<string, JsonSchema> {
  const own: ErrorCode[] = endpoint.method === "POST" ? ["idempotency_mismatch", "idempotency_in_progress"] : [];
  const codes = [...new Set<ErrorCode>([...SHARED_ERRORS, ...endpoint.errors, ...own])];
  return byStatus(codes, (status, group) =>
    group.every((code) => (SHARED_ERRORS as readonly ErrorCode[]).includes(code))
      ? { $ref: `#/components/responses/Refused${status}` }
      : response(status, group),
  );
}

/** `components.responses`. */
export function sharedRefusals(): Record<string, JsonSchema> {
  const shared = byStatus(SHARED_ERRORS, response);
  return Object.fromEntries(Object.entries(shared).map(([status, value]) => [`Refused${status}`, value]));
}

function byStatus(
  codes: readonly ErrorCode[],
  make: (status: number, group: readonly ErrorCode[]) => JsonSchema,
): Record<string, JsonSchema> {
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))].sort((a, b) => a - b);
  const groupOf = (status: number) => codes.filter((code) => ERRORS[code].status === status);
  return Object.fromEntries(statuses.map((status) => [String(status), make(status, groupOf(status))]));
}

function response(status: number, codes: readonly ErrorCode[]): JsonSchema {
  const retry = status === 429 || status === 503 ? { "Retry-After": { $ref: "#/components/headers/RetryAfter" } } : {};
  const examples = Object.fromEntries(codes.map((code) => [code, example(code)]));
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].message}`).join("\n\n"),
    headers: { ...ANSWER_HEADERS, ...retry },
    content: { "application/json": { schema: { $ref: "#/components/schemas/ErrorEnvelope" }, examples } },
  };
}

function example(code: ErrorCode): JsonSchema {
  const error = { code, message: ERRORS[code].message, details: {}, trace_id: "4bf92f3577b34da6a3ce929d0e0e4736" };
  return { value: { error } };
}
