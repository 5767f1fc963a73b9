import type { Incoming } from "@/server/api/request/incoming";
import { type AppError, ERRORS } from "@/server/contract/errors";
import { API_VERSION } from "@/server/contract/events";

/** The specification's error envelope. */
export function errorBody(error: AppError, traceId: string): string {
  const { code, details } = error;
  return JSON.stringify({ error: { code, message: ERRORS[code].message, details, trace_id: traceId } });
}

type Asked = Pick<Incoming, "method" | "traceId" | "answerHeaders">;

/** A JSON answer with the headers that every answer bears. */
export function respond(incoming: Asked, status: number, body: string): Response {
  const headers = new Headers(incoming.answerHeaders);
  headers.set("Content-Type", "application/json; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("api-version", API_VERSION);
  headers.set("X-Trace-Id", incoming.traceId);
  headers.set("X-Content-Type-Options", "nosniff");
  return new Response(incoming.method === "HEAD" ? null : body, { status, headers });
}

export function respondRefusal(incoming: Asked, error: AppError): Response {
  if (error.retryAfterSeconds !== undefined) {
    incoming.answerHeaders.set("Retry-After", String(Math.max(1, Math.ceil(error.retryAfterSeconds))));
  }
  return respond(incoming, error.status, errorBody(error, incoming.traceId));
}
