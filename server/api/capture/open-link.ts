import { z } from "zod";
import { captureCookie } from "@/server/api/capture/capture-cookie";
import { answering, ctxOf, refuseForged } from "@/server/api/capture/capture-verb";
import { isSecure } from "@/server/api/capture/public-origin";
import { readJson } from "@/server/api/capture/read-json";
import { AppError } from "@/server/contract/errors";
import { exchangeToken } from "@/server/services/capture/exchange-token";
import { findLink } from "@/server/services/capture/find-link";
import { viewCapture } from "@/server/services/capture/view-capture";

const Body = z.strictObject({ token: z.string().min(16).max(200), embedded: z.boolean() });

/**
 * Uses a link up: sets the cookie and answers the session. AppError `not_found` where the link is unknown or was used.
 */
export function openLink(request: Request): Promise<Response> {
  return answering(request, async (outside, traceId) => {
    refuseForged(request);
    const { token, embedded } = await readJson(request, Body);
    const visitor = await findLink(outside, token);
    if (!visitor) throw new AppError("not_found");
    const ctx = ctxOf(outside, visitor, traceId);
    const cookie = await exchangeToken(ctx, { sessionId: visitor.sessionId, token });
    const response = Response.json(await viewCapture(ctx, visitor.sessionId));
    response.headers.set("set-cookie", captureCookie(cookie, { embedded, secure: isSecure(request) }));
    return response;
  });
}
