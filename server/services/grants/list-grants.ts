import { type GrantView, viewGrant } from "@/server/services/grants/grant-view";
import type { Adapters } from "@/server/services/ports";

const PAGE = 50;

/** The latest grants of one tenant or of one operator. */
export async function listGrants(
  { database, clock }: Pick<Adapters, "database" | "clock">,
  input: { tenantId?: string; userId?: string },
): Promise<GrantView[]> {
  const where = { tenant_id: input.tenantId, user_id: input.userId };
  return database.asPlatform(async (tx) => {
    const rows = await tx.operatorGrant.findMany({ where, orderBy: { requested_at: "desc" }, take: PAGE });
    const ids = rows.map((row) => row.user_id);
    const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    const names = new Map(people.map((person) => [person.id, person.name]));
    return rows.map((row) => viewGrant(row, names.get(row.user_id) ?? row.user_id, clock.now()));
  });
}
