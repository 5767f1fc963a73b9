import { deviceName } from "@/server/domain/people/device-name";
import { IDLE_HOURS } from "@/server/services/people/open-session";
import type { Adapters } from "@/server/services/ports";

export interface PersonSessionView {
  readonly id: string;
  readonly device: string;
  readonly address: string | null;
  readonly method: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** A person's sessions that are neither over nor revoked, the last seen first. */
export async function listSessions(
  { database, clock }: Pick<Adapters, "database" | "clock">,
  input: { readonly userId: string },
): Promise<PersonSessionView[]> {
  const now = clock.now();
  const seen = { gte: new Date(now.getTime() - IDLE_HOURS * 3_600_000) };
  const rows = await database.asPlatform((tx) =>
    tx.personSession.findMany({
      where: { user_id: input.userId, revoked_at: null, expires_at: { gt: now }, last_seen_at: seen },
      orderBy: [{ last_seen_at: "desc" }, { id: "desc" }],
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    device: deviceName(row.device),
    address: row.address,
    method: row.method,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}
