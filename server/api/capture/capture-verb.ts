import { randomBytes } from "node:crypto";
import { adapters } from "@/server/adapters/live";
import { readCaptureCookie } from "@/server/api/capture/capture-cookie";
import { traceIdOf } from "@/server/api/request/trace-id";
import { errorBody } from "@/server/api/respond";
import { toRefusal } from "@/server/api/to-refusal";
import { AppError } from "@/server/contract/errors";
import { findVisitor, type Visitor } from "@/server/services/capture/find-visitor";
import { viewCapture } from "@/server/services/capture/view-capture";
import type { Adapters, Ctx } from "@/server/services/ports";
import { sandboxed } from "@/server/services/sandbox/sandboxed";

export interface CaptureCall {
  readonly request: Request;
  readonly ctx: Ctx;
  readonly sessionId: string;
}

/** Requests of one session a minute: uploads and the page's questions together. */
const LIMIT = { limit: 240, seconds: 60 };

/**
 * One thing that the hosted page asks of its server: same page → who → rate → run → answer. Where `run` answers
 * nothing, the answer is the session as it is then. `watch` lets in a device that handed the session over.
 */
export function captureVerb(
  run: (call: CaptureCall) => Promise<object | undefined>,
  options: { watch?: boolean } = {},
): (request: Request) => Promise<Response> {
  return (request) =>
    answering(request, async (outside, traceId) => {
      if (request.method !== "GET") refuseForged(request);
      const visitor = await findVisitor(outside, readCaptureCookie(request));
      if (visitor.follower && !options.watch) throw new AppError("forbidden", { reason: "handed_off" });
      const { allowed, resetSeconds } = await outside.rates.count(`capture:${visitor.sessionId}`, LIMIT);
      if (!allowed) throw new AppError("rate_limited", {}, resetSeconds);
      const ctx = ctxOf(outside, visitor, traceId);
      const { sessionId } = visitor;
      const answer = (await run({ request, ctx, sessionId })) ?? (await viewCapture(ctx, sessionId));
      return Response.json({ ...answer, ...(visitor.follower && { follower: true }) });
    });
}

/** A visitor's context: the session itself is the actor of the audit. */
export function ctxOf(outside: Adapters, visitor: Visitor, traceId: string): Ctx {
  const { tenantId, environment, sessionId: actor } = visitor;
  return { ...sandboxed(outside, environment), tenantId, environment, actor, traceId };
}

/** Errors as the API's envelope; nothing is cached. */
export async function answering(
  request: Request,
  work: (outside: Adapters, traceId: string) => Promise<Response>,
): Promise<Response> {
  const outside = adapters();
  const traceId = traceIdOf(request.headers, () => randomBytes(16).toString("hex"));
  const response = await work(outside, traceId).catch((error: unknown) => {
    const path = new URL(request.url).pathname;
    const refusal = toRefusal(error, outside.log, { trace_id: traceId, method: request.method, path });
    const headers = { "content-type": "application/json; charset=utf-8" };
    return new Response(errorBody(refusal, traceId), { status: refusal.status, headers });
  });
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-trace-id", traceId);
  response.headers.set("x-content-type-options", "nosniff");
  return response;
}

/** Only our own page can set this header without a preflight, which is never granted. AppError `forbidden`. */
export function refuseForged(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const foreign = site !== null && site !== "same-origin";
  if (foreign || request.headers.get("x-capture") !== "1") throw new AppError("forbidden", { reason: "foreign_page" });
}
