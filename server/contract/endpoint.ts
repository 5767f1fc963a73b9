import { z } from "zod";
import type { BilledModule, Scope } from "@/server/contract/enums";
import type { ErrorCode } from "@/server/contract/errors";
import { ERROR_CODES } from "@/server/contract/errors";
import type { Tag } from "@/server/contract/tags";

/** One public endpoint as one value: the handler, OpenAPI, Postman, the typed client and the tests all read it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: "GET" | "POST" | "DELETE";
  /** With `{name}` for parameters, e.g. `/v1/kyc/jobs/{id}`. */
  readonly path: `/v1/${string}`;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly scope: Scope;
  /** The module that one successful call is metered and limited as; absent where reading is free. */
  readonly billed?: BilledModule;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly output: Output;
  /** Status of the successful answer. */
  readonly status: 200 | 201 | 202 | 204;
  /** Refusals beyond those that every endpoint shares. */
  readonly errors: readonly ErrorCode[];
  readonly example: { readonly body?: unknown; readonly output: unknown };
}

export const Nothing = z.object({}).strict();

/** Keeps the literal types of one endpoint. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  value: Endpoint<P, Q, B, O>,
): Endpoint<P, Q, B, O> {
  return value;
}

/** Refusals that any endpoint may answer. */
export const SHARED_ERRORS = [
  "malformed_request",
  "invalid_request",
  "request_too_large",
  "unsupported_content_type",
  "missing_credentials",
  "invalid_key",
  "invalid_signature",
  "stale_timestamp",
  "replayed_request",
  "address_not_allowed",
  "scope_missing",
  "tenant_suspended",
  "rate_limited",
  "overloaded",
  "internal_error",
] as const satisfies readonly ErrorCode[];

export const ErrorEnvelope = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
    trace_id: z.string(),
  }),
});
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;
