import type { RequestContext } from "@/server/api/trpc/request-context";
import { AppError } from "@/server/contract/errors";
import type { Visitor } from "@/server/services/people/find-visitor";

/**
 * Who asks, with every step of sign-in behind them. AppError `unauthenticated`, naming the step that is missing. Only
 * what sets the second factor up takes somebody who still has to.
 */
export async function signedInPerson(
  request: Pick<RequestContext, "visitor">,
  { mayBeEnrolling = false } = {},
): Promise<Visitor> {
  const visitor = await request.visitor();
  if (!visitor) throw new AppError("unauthenticated");
  const allowed = visitor.stage === "full" || (mayBeEnrolling && visitor.stage === "enrolment");
  if (!allowed) throw new AppError("unauthenticated", { missing: visitor.stage });
  return visitor;
}
