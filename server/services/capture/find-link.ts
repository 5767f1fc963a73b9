import type { Environment } from "@/server/contract/enums";
import type { Visitor } from "@/server/services/capture/find-visitor";
import type { Adapters } from "@/server/services/ports";
import { hashOfToken } from "@/server/services/sessions/create-session";

/** The session of a link's token, without using the link up; undefined where it is unknown or was used. */
export async function findLink(adapters: Pick<Adapters, "database">, token: string): Promise<Visitor | undefined> {
  const where = { token_hash: hashOfToken(token) };
  const session = await adapters.database.asPlatform((tx) => tx.session.findUnique({ where }));
  if (!session) return undefined;
  const { tenant_id: tenantId, id: sessionId } = session;
  return { tenantId, environment: session.environment as Environment, sessionId, follower: false };
}
