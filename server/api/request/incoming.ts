import { randomBytes } from "node:crypto";
import { clientAddress } from "@/server/api/request/client-address";
import { traceIdOf } from "@/server/api/request/trace-id";
import type { Shell } from "@/server/api/shell";

/** A request as the stages see it, and the headers that its answer will bear whatever happens. */
export interface Incoming {
  readonly request: Request;
  readonly requestId: string;
  readonly traceId: string;
  readonly startedAt: number;
  readonly method: string;
  /** Path with query string, as sent. */
  readonly target: string;
  /** Path alone: what is logged. */
  readonly path: string;
  readonly address: string | undefined;
  readonly answerHeaders: Headers;
}

export function incoming(shell: Shell, request: Request): Incoming {
  const wire = shell.wire();
  const url = new URL(request.url);
  return {
    request,
    requestId: shell.adapters.ids.make("req"),
    traceId: traceIdOf(request.headers, () => randomBytes(16).toString("hex")),
    startedAt: performance.now(),
    method: request.method,
    target: wire?.target ?? url.pathname + url.search,
    path: url.pathname,
    address: clientAddress(request.headers, wire, shell.trustedHops),
    answerHeaders: new Headers(),
  };
}
