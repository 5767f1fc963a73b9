import type { RequestContext } from "@/server/api/trpc/request-context";
import { signedInPerson } from "@/server/api/trpc/signed-in-person";
import { AppError } from "@/server/contract/errors";
import { may, type Permission } from "@/server/domain/people/permissions";
import type { Membership, Person } from "@/server/services/people/find-visitor";
import type { Ctx } from "@/server/services/ports";

/** The signed-in person within the tenant that the screens show. `not_found` for a tenant that is not theirs. */
export async function memberContext(
  request: RequestContext,
  permission: Permission,
): Promise<{ person: Person; membership: Membership; service: Ctx }> {
  const { person } = await signedInPerson(request);
  const wanted = request.tenantId ?? person.memberships[0]?.tenantId;
  const membership = person.memberships.find((m) => m.tenantId === wanted);
  if (!membership) throw new AppError("not_found");
  if (!may(membership.role, permission)) throw new AppError("forbidden", { permission });
  const service: Ctx = {
    ...request.adapters,
    tenantId: membership.tenantId,
    environment: request.environment,
    actor: person.id,
    traceId: request.traceId,
  };
  return { person, membership, service };
}
