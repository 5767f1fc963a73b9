import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import { refuseZero } from "@/server/api/request/refuse-zero";
import { memberContext } from "@/server/api/trpc/member-context";
import type { RequestContext } from "@/server/api/trpc/request-context";
import { signedInPerson } from "@/server/api/trpc/signed-in-person";
import { AppError } from "@/server/contract/errors";
import { type OperatorPermission, operatorMay, type Permission } from "@/server/domain/people/permissions";
import { openGrant } from "@/server/services/grants/open-grant";

/** Who may call a procedure. Every procedure says so, and a test calls each as every role and compares. */
export type Access =
  | { readonly permission: Permission }
  | { readonly operator: OperatorPermission }
  | { readonly granted: OperatorPermission }
  | { readonly self: "full" | "enrolling" }
  | { readonly anyone: string };

const STATUS_TO_TRPC: Readonly<Record<number, TRPCError["code"]>> = {
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  410: "PRECONDITION_FAILED",
  422: "BAD_REQUEST",
  429: "TOO_MANY_REQUESTS",
};

/** One sentence for a person: the first field's where an input was refused, and never the words of an unknown error. */
function sentenceOf(error: TRPCError, message: string): string {
  if (error.code === "INTERNAL_SERVER_ERROR") return "Something went wrong on our side.";
  return error.cause instanceof ZodError ? error.cause.issues[0].message : message;
}

const t = initTRPC
  .context<RequestContext>()
  .meta<Access>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error, ctx }) => {
      const cause = error.cause;
      const known = cause instanceof AppError ? { code: cause.code, details: cause.details } : undefined;
      const message = sentenceOf(error, shape.message);
      return { message, code: shape.code, data: { code: shape.data.code, error: known, traceId: ctx?.traceId } };
    },
  });

export const router = t.router;

/** Refusals of services keep their meaning; what is unknown stays an internal error and is logged once. */
const withAppErrors = t.middleware(async ({ next, path, ctx }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause;
  if (cause instanceof AppError) {
    const code = STATUS_TO_TRPC[cause.status] ?? "INTERNAL_SERVER_ERROR";
    throw new TRPCError({ code, message: cause.message, cause });
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR") {
    ctx.adapters.log.error({ trace_id: ctx.traceId, path, stack: cause?.stack }, "procedure failed");
  }
  return result;
});

/** Looked at as it was sent, before any schema. */
const withoutZero = t.middleware(async ({ next, getRawInput }) => {
  refuseZero(await getRawInput());
  return next();
});

const base = (access: Access) => t.procedure.meta(access).use(withAppErrors).use(withoutZero);

/** A procedure for whoever comes, signed in or not; `why` says what protects it instead. */
export const openProcedure = (why: string) => base({ anyone: why });

/** A procedure on the visitor's own account; `enrolling` for those who still have to set up a second factor. */
export function selfProcedure(self: "full" | "enrolling" = "full") {
  return base({ self }).use(async ({ ctx, next }) => {
    const visitor = await signedInPerson(ctx, { mayBeEnrolling: self === "enrolling" });
    return next({ ctx: { ...ctx, person: visitor.person, sessionId: visitor.sessionId } });
  });
}

/** A procedure within one tenant, for members whose role holds the permission. A tenant of others is `not_found`. */
export function memberProcedure(permission: Permission) {
  return base({ permission }).use(async ({ ctx, next }) =>
    next({ ctx: { ...ctx, ...(await memberContext(ctx, permission)) } }),
  );
}

async function operatorOf(ctx: RequestContext, permission: OperatorPermission) {
  const { person } = await signedInPerson(ctx);
  if (!person.operatorRole) throw new AppError("not_found");
  if (!operatorMay(person.operatorRole, permission)) throw new AppError("forbidden", { permission });
  return person;
}

/** A procedure of the platform's operator. */
export function operatorProcedure(permission: OperatorPermission) {
  return base({ operator: permission }).use(async ({ ctx, next }) =>
    next({ ctx: { ...ctx, person: await operatorOf(ctx, permission) } }),
  );
}

/**
 * A look of the operator's into one tenant's data, under a grant that the tenant gave this person and that still runs.
 * Each call is audited in both chains. The tenant is named by `tenantId` of the input.
 */
export function grantedProcedure(permission: OperatorPermission) {
  return base({ granted: permission }).use(async ({ ctx, next, path, getRawInput }) => {
    const person = await operatorOf(ctx, permission);
    const { tenantId, environment } = ((await getRawInput()) ?? {}) as { tenantId?: unknown; environment?: unknown };
    const look = { tenantId: String(tenantId ?? ""), userId: person.id, what: path };
    await openGrant(ctx.adapters, look);
    const service = {
      ...ctx.adapters,
      tenantId: look.tenantId,
      environment: environment === "live" ? ("live" as const) : ("test" as const),
      actor: person.id,
      traceId: ctx.traceId,
    };
    return next({ ctx: { ...ctx, person, service } });
  });
}
