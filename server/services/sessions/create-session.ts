import { createHash } from "node:crypto";
import type { z } from "zod";
import type { CreateSessionBody, SessionView } from "@/server/contract/v1/sessions";
import { appendAudit } from "@/server/services/audit/append-audit";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx } from "@/server/services/ports";
import { SessionOptions } from "@/server/services/sessions/session-options";
import { viewSession } from "@/server/services/sessions/view-session";
import { checkQuota } from "@/server/services/usage/take-quota";
import { findWorkflow } from "@/server/services/verifications/find-workflow";

/** The link's token is answered once and kept as its hash. */
export interface CreatedSession {
  readonly view: SessionView;
  readonly token: string;
}

/**
 * A hosted capture that waits for its person. AppError: not_found for a workflow that is not the tenant's,
 * quota_exceeded where no verification is left this month.
 */
export async function createSession(ctx: Ctx, asked: z.output<typeof CreateSessionBody>): Promise<CreatedSession> {
  const id = ctx.ids.make("ses");
  const token = ctx.ids.secret();
  const now = ctx.clock.now();
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await checkQuota(ctx, tx, "workflow");
    const workflow = await findWorkflow(ctx, tx, asked.workflow_id);
    const { key, sealed } = await ctx.keys.makeDataKey(await openTenantKey(ctx, tx));
    const options = JSON.stringify(SessionOptions.parse(asked));
    const session = await tx.session.create({
      data: {
        id,
        tenant_id: ctx.tenantId,
        environment: ctx.environment,
        workflow_id: workflow.id,
        token_hash: hashOfToken(token),
        reference: asked.reference ?? null,
        return_url: asked.return_url ?? null,
        locale: asked.locale ?? null,
        data_key_sealed: sealed,
        options_sealed: await ctx.keys.seal(key, options, sealContext("session", "options_sealed", id)),
        created_at: now,
        expires_at: new Date(now.getTime() + asked.expires_in_minutes * 60_000),
      },
    });
    await appendAudit(ctx, tx, { action: "session.created", target: id, details: { workflow: workflow.id } });
    return { view: await viewSession(ctx, tx, session), token };
  });
}

/** What a link's token or a cookie is kept as: SHA-256 in hex. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
