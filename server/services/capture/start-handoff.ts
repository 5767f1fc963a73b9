import { appendAudit } from "@/server/services/audit/append-audit";
import { inSession } from "@/server/services/capture/in-session";
import type { Ctx } from "@/server/services/ports";
import { hashOfToken } from "@/server/services/sessions/create-session";

/**
 * A new link for the same session, for another device; it works once, and replaces an earlier one. Answers its token.
 */
export async function startHandoff(ctx: Ctx, asked: { sessionId: string }): Promise<string> {
  const token = ctx.ids.secret();
  await inSession(ctx, asked.sessionId, async ({ tx, session }) => {
    await tx.session.update({ where: { id: session.id }, data: { token_hash: hashOfToken(token) } });
    await appendAudit(ctx, tx, { action: "session.handoff_offered", target: session.id });
  });
  return token;
}
