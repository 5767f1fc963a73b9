import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { inSession } from "@/server/services/capture/in-session";
import type { Ctx } from "@/server/services/ports";
import { hashOfToken } from "@/server/services/sessions/create-session";

/**
 * Uses a link up and answers the cookie that takes its place. After a handoff, the device that held the session before
 * may watch. AppError `not_found` where another request used the link first.
 */
export async function exchangeToken(ctx: Ctx, asked: { sessionId: string; token: string }): Promise<string> {
  const secret = ctx.ids.secret();
  await inSession(ctx, asked.sessionId, async ({ tx, session, state, save }) => {
    if (session.token_hash !== hashOfToken(asked.token)) throw new AppError("not_found");
    const { id } = session;
    await tx.session.update({ where: { id }, data: { token_hash: null, cookie_hash: hashOfToken(secret) } });
    await save({ ...state, follower_hash: session.cookie_hash ?? undefined });
    const action = session.cookie_hash === null ? "session.opened" : "session.handed_off";
    await appendAudit(ctx, tx, { action, target: id });
  });
  return `${asked.sessionId}.${secret}`;
}
