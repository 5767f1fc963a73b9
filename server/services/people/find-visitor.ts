import { accessPolicyOf } from "@/server/domain/people/access-policy";
import { type SessionStage, sessionStage } from "@/server/domain/people/session-stage";
import { IDLE_HOURS } from "@/server/services/people/open-session";
import { tokenHash } from "@/server/services/people/token-hash";
import type { Adapters, Tx } from "@/server/services/ports";

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
  /** Whether a second factor is set up, and whether someone demands it. */
  readonly secondFactor: { readonly enrolled: boolean; readonly required: boolean };
  readonly hasPassword: boolean;
}

/** A person at one session. Only with the stage `full` may they see or do anything but finish signing in. */
export interface Visitor {
  readonly sessionId: string;
  readonly stage: SessionStage;
  readonly person: Person;
}

/** `last_seen_at` is written once in this time, so that reading pages writes little. */
const SEEN_EVERY_MS = 60_000;

/**
 * The visitor as the database knows them now; undefined for a session that is revoked, idle or over, in every process.
 */
export async function findVisitor(
  { database, clock }: Pick<Adapters, "database" | "clock">,
  input: { readonly token: string; readonly operatorsNeedSecondFactor: boolean },
): Promise<Visitor | undefined> {
  const now = clock.now();
  const found = await database.asPlatform((tx) => readSession(tx, input.token, now));
  if (!found) return undefined;
  const { user, ...session } = found;
  const demanded = user.members.some((member) => accessPolicyOf(member.tenant.settings).second_factor);
  const required = demanded || (user.operator_role !== null && input.operatorsNeedSecondFactor);
  const enrolled = user.totp_sealed !== null;
  return {
    sessionId: session.id,
    stage: sessionStage({ enrolled, required, strong: session.strong }),
    person: {
      id: user.id,
      email: user.email,
      name: user.name,
      operatorRole: user.operator_role,
      memberships: user.members.map(({ tenant, role }) => ({ tenantId: tenant.id, tenantName: tenant.name, role })),
      secondFactor: { enrolled, required },
      hasPassword: user.password_hash !== "",
    },
  };
}

async function readSession(tx: Tx, token: string, now: Date) {
  const session = await tx.personSession.findUnique({
    where: { token_hash: tokenHash(token) },
    include: { user: { include: { members: { include: { tenant: true }, orderBy: { created_at: "asc" } } } } },
  });
  if (!session || session.revoked_at || session.expires_at <= now) return undefined;
  const idleMs = now.getTime() - session.last_seen_at.getTime();
  if (idleMs > IDLE_HOURS * 3_600_000) return undefined;
  if (idleMs > SEEN_EVERY_MS) {
    await tx.personSession.update({ where: { id: session.id }, data: { last_seen_at: now } });
  }
  return session;
}
