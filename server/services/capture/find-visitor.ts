import { timingSafeEqual } from "node:crypto";
import type { Environment } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import { CaptureState } from "@/server/domain/capture/capture-state";
import type { Adapters } from "@/server/services/ports";
import { hashOfToken } from "@/server/services/sessions/create-session";

/** Who holds a hosted page open. */
export interface Visitor {
  readonly tenantId: string;
  readonly environment: Environment;
  readonly sessionId: string;
  /** It handed the session to another device, and may only watch. */
  readonly follower: boolean;
}

/** The visitor of a cookie (`ses_….secret`). AppError `unauthenticated` where it is wrong or was replaced. */
export async function findVisitor(adapters: Pick<Adapters, "database">, cookie: string | undefined): Promise<Visitor> {
  const [sessionId, secret] = (cookie ?? "").split(".", 2);
  if (!sessionId || !secret) throw new AppError("unauthenticated");
  const session = await adapters.database.asPlatform((tx) => tx.session.findUnique({ where: { id: sessionId } }));
  if (!session) throw new AppError("unauthenticated");
  const hash = hashOfToken(secret);
  const holder = equal(hash, session.cookie_hash);
  const follower = !holder && equal(hash, CaptureState.parse(session.state).follower_hash);
  if (!holder && !follower) throw new AppError("unauthenticated");
  return { tenantId: session.tenant_id, environment: session.environment as Environment, sessionId, follower };
}

function equal(hash: string, stored: string | null | undefined): boolean {
  return stored != null && stored.length === hash.length && timingSafeEqual(Buffer.from(hash), Buffer.from(stored));
}
