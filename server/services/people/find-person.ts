import type { Adapters } from "@/server/services/ports";

export interface Membership {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly role: string;
}

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly operatorRole: string | null;
  readonly memberships: readonly Membership[];
}

/** The signed-in person as the database knows them now; undefined once their sessions were revoked. */
export async function findPerson(
  { database }: Pick<Adapters, "database">,
  input: { id: string; sessionEpoch: number },
): Promise<Person | undefined> {
  const user = await database.asPlatform((tx) =>
    tx.user.findUnique({ where: { id: input.id }, include: { members: { include: { tenant: true } } } }),
  );
  if (!user || user.session_epoch !== input.sessionEpoch) return undefined;
  const memberships = user.members.map((m) => ({ tenantId: m.tenant_id, tenantName: m.tenant.name, role: m.role }));
  return { id: user.id, email: user.email, name: user.name, operatorRole: user.operator_role, memberships };
}
