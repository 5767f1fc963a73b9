import { randomBytes } from "node:crypto";
import { adapters } from "@/server/adapters/live";
import { readCaptureCookie, readLocaleCookie } from "@/server/api/capture/capture-cookie";
import { ctxOf } from "@/server/api/capture/capture-verb";
import { toRefusal } from "@/server/api/to-refusal";
import { AppError, type ErrorCode } from "@/server/contract/errors";
import type { CaptureView } from "@/server/domain/capture/capture-view";
import { type CaptureLocale, chooseLocale } from "@/server/domain/capture/locales";
import { findLink } from "@/server/services/capture/find-link";
import { findVisitor, type Visitor } from "@/server/services/capture/find-visitor";
import { listEmbedders } from "@/server/services/capture/list-embedders";
import { viewCapture } from "@/server/services/capture/view-capture";
import type { Adapters } from "@/server/services/ports";

export type PageProblem = "expired" | "used" | "elsewhere" | "cancelled" | "server";

/** What a hosted page starts from. */
export interface OpenedPage {
  readonly status: number;
  readonly token: string | null;
  readonly view: CaptureView | null;
  readonly problem: PageProblem | null;
  readonly locale: CaptureLocale;
  readonly embedders: readonly string[];
}

const PROBLEMS: Partial<Record<ErrorCode, { problem: PageProblem; status: number }>> = {
  session_expired: { problem: "expired", status: 410 },
  session_finished: { problem: "cancelled", status: 410 },
  not_found: { problem: "used", status: 410 },
  unauthenticated: { problem: "expired", status: 401 },
};

/**
 * Looks a link up (without using it: mail scanners open links too) or goes on with the cookie's session. Never throws.
 */
export async function openPage(request: Request, token: string | null): Promise<OpenedPage> {
  const outside = adapters();
  const { headers } = request;
  const wishes = (own?: string | null, offered?: readonly CaptureLocale[]) =>
    chooseLocale([readLocaleCookie(headers), own, headers.get("accept-language")], offered);
  const nothing = { token: null, view: null, embedders: [] };
  try {
    const visitor = await visitorOf(outside, request, token);
    if (visitor === "elsewhere") return { ...nothing, status: 410, problem: "elsewhere", locale: wishes() };
    const ctx = ctxOf(outside, visitor, randomBytes(16).toString("hex"));
    const embedders = await listEmbedders(outside, visitor.tenantId);
    const view = await viewCapture(ctx, visitor.sessionId);
    const locale = wishes(view.locale, view.brand.languages);
    return { status: 200, token, view, problem: null, embedders, locale };
  } catch (error) {
    const refusal = toRefusal(error, outside.log, { path: "/verify" });
    const { problem, status } = PROBLEMS[refusal.code] ?? { problem: "server" as const, status: refusal.status };
    return { ...nothing, status, problem, locale: wishes() };
  }
}

async function visitorOf(outside: Adapters, request: Request, token: string | null): Promise<Visitor | "elsewhere"> {
  const cookie = readCaptureCookie(request);
  if (token === null) return findVisitor(outside, cookie);
  const linked = await findLink(outside, token);
  if (linked) return linked;
  // the link was used, perhaps by this very browser
  const here = await findVisitor(outside, cookie).catch(() => undefined);
  if (here) return "elsewhere";
  throw new AppError("not_found");
}
