import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { adapters } from "@/server/adapters/live";
import { currentPerson } from "@/server/api/auth/current-person";
import { memberContext } from "@/server/api/trpc/member-context";
import type { RequestContext } from "@/server/api/trpc/request-context";
import { AppError } from "@/server/contract/errors";
import { type OperatorPermission, operatorMay, type Permission } from "@/server/domain/people/permissions";

const STATUS_TO_TRPC: Readonly<Record<number, TRPCError["code"]>> = {
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  422: "BAD_REQUEST",
  429: "TOO_MANY_REQUESTS",
};

const t = initTRPC.context<RequestContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error, ctx }) => {
    const cause = error.cause;
    const known = cause instanceof AppError ? { code: cause.code, details: cause.details } : undefined;
    const message = error.code === "INTERNAL_SERVER_ERROR" ? "Something went wrong on our side." : shape.message;
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
    adapters().log.error({ trace_id: ctx.traceId, path, stack: cause?.stack }, "procedure failed");
  }
  return result;
});

const signedIn = t.procedure.use(withAppErrors).use(async ({ ctx, next }) => {
  const person = await currentPerson();
  if (!person) throw new AppError("unauthenticated");
  return next({ ctx: { ...ctx, person } });
});

/** A procedure within one tenant, for members whose role holds the permission. A tenant of others is `not_found`. */
export function memberProcedure(permission: Permission) {
  return t.procedure
    .use(withAppErrors)
    .use(async ({ ctx, next }) => next({ ctx: { ...ctx, ...(await memberContext(ctx, permission)) } }));
}

/** A procedure of the platform's operator. */
export function operatorProcedure(permission: OperatorPermission) {
  return signedIn.use(({ ctx, next }) => {
    if (!ctx.person.operatorRole) throw new AppError("not_found");
    if (!operatorMay(ctx.person.operatorRole, permission)) throw new AppError("forbidden", { permission });
    return next({ ctx: { ...ctx, adapters: adapters() } });
  });
}
