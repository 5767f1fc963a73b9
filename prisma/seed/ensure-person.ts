import { hashPassword } from "@/server/services/people/password";
import { endSessions } from "@/server/services/people/revoke-sessions";
import type { Adapters, Tx } from "@/server/services/ports";

export interface SeedPerson {
  readonly email: string;
  readonly name: string;
  readonly operatorRole?: string;
  readonly memberOf?: string;
}

/**
 * Makes a person who can sign in, and answers the password. One who is there keeps theirs; only where it is not known
 * any more is a new one set.
 */
export async function ensurePerson(
  { ids, clock }: Adapters,
  tx: Tx,
  { email, name, operatorRole, memberOf }: SeedPerson,
  knownPassword: string | undefined,
): Promise<string> {
  const there = await tx.user.findUnique({ where: { email }, select: { id: true } });
  const password = knownPassword ?? ids.secret(18);
  const id = there?.id ?? ids.make("usr");
  if (!there) {
    const created = { created_at: clock.now(), operator_role: operatorRole ?? null };
    await tx.user.create({ data: { id, email, name, password_hash: await hashPassword(password), ...created } });
  } else if (knownPassword === undefined) {
    await tx.user.update({ where: { id }, data: { password_hash: await hashPassword(password) } });
    await endSessions(tx, clock.now(), { user_id: id });
  }
  if (memberOf) {
    const membership = { tenant_id: memberOf, user_id: id };
    await tx.member.upsert({
      where: { tenant_id_user_id: membership },
      create: { ...membership, role: "owner" },
      update: {},
    });
  }
  return password;
}
