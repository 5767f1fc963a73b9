import type { Session } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import { CaptureState } from "@/server/domain/capture/capture-state";
import { type CaptureNeeds, captureNeeds } from "@/server/domain/capture/next-step";
import type { Ctx, Tx } from "@/server/services/ports";
import { findWorkflow } from "@/server/services/verifications/find-workflow";

/** A session held by this transaction: nobody else changes it until the end. */
export interface HeldSession {
  readonly tx: Tx;
  readonly session: Session;
  readonly state: CaptureState;
  readonly needs: CaptureNeeds;
  /** Writes the state as it is from now on. */
  readonly save: (state: CaptureState) => Promise<void>;
}

/**
 * Locks a session that still takes input and works on it in one transaction. AppError `not_found`, `session_expired`,
 * `session_finished` (with its status).
 */
export async function inSession<T>(ctx: Ctx, sessionId: string, work: (held: HeldSession) => Promise<T>): Promise<T> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await tx.$queryRaw`SELECT id FROM session WHERE id = ${sessionId} FOR UPDATE`;
    const session = await tx.session.findFirst({ where: { id: sessionId, tenant_id: ctx.tenantId } });
    if (!session) throw new AppError("not_found");
    if (session.status === "expired") throw new AppError("session_expired");
    if (session.status !== "requires_input") throw new AppError("session_finished", { status: session.status });
    if (session.expires_at <= ctx.clock.now()) throw new AppError("session_expired");
    const { definition } = await findWorkflow(ctx, tx, session.workflow_id ?? undefined);
    return work({
      tx,
      session,
      state: CaptureState.parse(session.state),
      needs: captureNeeds(definition.steps),
      save: async (state) => {
        await tx.session.update({ where: { id: sessionId }, data: { state: CaptureState.parse(state) } });
      },
    });
  });
}
