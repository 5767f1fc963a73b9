import type { z } from "zod";
import { encodeBase64 } from "@/server/contract/base64";
import { type Endpoint, ErrorEnvelope } from "@/server/contract/endpoint";
import { ERRORS, type ErrorCode } from "@/server/contract/errors";
import { type Signer, signedHeaders } from "@/server/contract/signing";

/** The typed client: generic over the endpoint value, nothing generated. Works in Node 20 and in browsers. */
export interface ClientOptions extends Signer {
  /** Origin of the server, e.g. https://api.example.com. */
  readonly baseUrl: string;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970; for tests and for clocks known to be off. */
  readonly now?: () => number;
  /** How often a refused call is sent again where that may help and cannot act twice. Default 2. */
  readonly retries?: number;
}

/** Input of one call; parts that an endpoint does not have are left out. Pictures may be bytes or base64. */
export type CallInput<E extends Endpoint> = Part<"params", E["params"]> &
  Part<"query", E["query"]> &
  Part<"body", E["body"]> & { readonly idempotencyKey?: string; readonly signal?: AbortSignal };

type Part<Name extends string, Schema extends z.ZodType> =
  Record<string, never> extends z.input<Schema>
    ? { readonly [K in Name]?: z.input<Schema> }
    : { readonly [K in Name]: z.input<Schema> };

/** A refused call: the server's code, sentence, particulars and trace id. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>>,
    readonly traceId: string,
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(message);
  }
}

export interface Client {
  /** Throws `ApiError` where the server refuses; the answer is parsed with the endpoint's schema. */
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<z.output<E["output"]>>;
}

export function createClient(options: ClientOptions): Client {
  const stamp = timestamps(options.now ?? Date.now);
  return {
    async call(endpoint, input) {
      const path = pathOf(endpoint, input);
      const body = bodyOf(endpoint, input.body);
      const again = endpoint.method !== "POST" || input.idempotencyKey !== undefined ? (options.retries ?? 2) : 0;
      for (let tries = 0; ; tries++) {
        const answer = await send(options, stamp(), { endpoint, path, body, input });
        if (answer.ok) return endpoint.output.parse(await answer.json()) as never;
        const error = await refusal(answer);
        const mayHelp = ERRORS[error.code].retryable || error.code === "replayed_request";
        if (tries >= again || !mayHelp) throw error;
        await wait((error.retryAfterSeconds ?? 2 ** tries) * 1000, input.signal);
      }
    },
  };
}

interface Outgoing {
  readonly endpoint: Endpoint;
  readonly path: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly input: { readonly idempotencyKey?: string; readonly signal?: AbortSignal };
}

async function send(options: ClientOptions, timestamp: string, call: Outgoing): Promise<Response> {
  const { method } = call.endpoint;
  const url = new URL(call.path, options.baseUrl);
  const path = url.pathname + url.search;
  const headers: Record<string, string> = {
    ...(await signedHeaders(options, { timestamp, method, path, body: call.body })),
  };
  if (call.body.length > 0) headers["Content-Type"] = "application/json";
  if (call.input.idempotencyKey !== undefined) headers["Idempotency-Key"] = call.input.idempotencyKey;
  return (options.fetch ?? fetch)(url, {
    method,
    headers,
    body: call.body.length > 0 ? call.body : undefined,
    signal: call.input.signal,
  });
}

async function refusal(answer: Response): Promise<ApiError> {
  const { error } = ErrorEnvelope.parse(await answer.json());
  const after = Number(answer.headers.get("retry-after") ?? Number.NaN);
  const seconds = Number.isFinite(after) ? after : undefined;
  return new ApiError(answer.status, error.code, error.message, error.details, error.trace_id, seconds);
}

function pathOf(endpoint: Endpoint, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function bodyOf(endpoint: Endpoint, body: unknown): Uint8Array<ArrayBuffer> {
  if (endpoint.method !== "POST") return new Uint8Array();
  return new TextEncoder().encode(JSON.stringify(body ?? {}, picturesAsText));
}

/** Looks at the value before `toJSON`, which a Node Buffer has. */
function picturesAsText(this: unknown, name: string, value: unknown): unknown {
  const raw = (this as Record<string, unknown>)[name];
  return raw instanceof Uint8Array ? encodeBase64(raw) : value;
}

/**
 * Milliseconds, each given out once: two equal requests in one instant would bear the same signature and be a replay.
 */
function timestamps(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.floor(now()));
    return String(last);
  };
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
