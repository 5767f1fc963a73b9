import { requirePerson } from "@/server/api/auth/require-person";
import { requestContext } from "@/server/api/trpc/request-context";

/** The visitor's role in the tenant that the screens show; empty for somebody who is no member. */
export async function memberRole(): Promise<string> {
  const person = await requirePerson("/dashboard");
  const { tenantId } = await requestContext();
  const wanted = tenantId ?? person.memberships[0]?.tenantId;
  return person.memberships.find((membership) => membership.tenantId === wanted)?.role ?? "";
}
