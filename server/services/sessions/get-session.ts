import { AppError } from "@/server/contract/errors";
import type { SessionView } from "@/server/contract/v1/sessions";
import type { Ctx } from "@/server/services/ports";
import { viewSession } from "@/server/services/sessions/view-session";

/** One hosted session of this tenant and environment. AppError `not_found`. */
export async function getSession(ctx: Ctx, id: string): Promise<SessionView> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { id, tenant_id: ctx.tenantId, environment: ctx.environment };
    const session = await tx.session.findFirst({ where });
    if (!session) throw new AppError("not_found", { session_id: id.slice(0, 100) });
    return viewSession(ctx, tx, session);
  });
}
