import { CONSENT_PURPOSE, CONSENT_VERSION } from "@/server/domain/capture/consent-text";
import { appendAudit } from "@/server/services/audit/append-audit";
import { inSession } from "@/server/services/capture/in-session";
import type { Ctx } from "@/server/services/ports";

/** Records the person's yes before any camera opens: which words, in which language, when, what for. Once is enough. */
export async function recordConsent(ctx: Ctx, asked: { sessionId: string; language: string }): Promise<void> {
  await inSession(ctx, asked.sessionId, async ({ tx, session, state, needs, save }) => {
    if (state.consent) return;
    const consent = { version: CONSENT_VERSION, language: asked.language, biometrics: needs.face };
    await tx.consent.create({
      data: {
        id: ctx.ids.make("con"),
        tenant_id: ctx.tenantId,
        session_id: session.id,
        text_version: consent.version,
        language: consent.language,
        purpose: CONSENT_PURPOSE,
        biometrics: consent.biometrics,
        created_at: ctx.clock.now(),
      },
    });
    await save({ ...state, consent });
    await appendAudit(ctx, tx, { action: "session.consented", target: session.id, details: consent });
  });
}
