import type { Session } from "@/prisma/generated/client";
import { type Decision, DocumentType, type SessionStatus, type StepStatus } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import { accentOf, Branding } from "@/server/domain/capture/branding";
import { CaptureState, TRIES_MAX } from "@/server/domain/capture/capture-state";
import type { CaptureBrand, CaptureView } from "@/server/domain/capture/capture-view";
import { offerAlso } from "@/server/domain/capture/locales";
import { captureNeeds, HAS_BACK, nextStep } from "@/server/domain/capture/next-step";
import type { Ctx, Tx } from "@/server/services/ports";
import { optionsOf } from "@/server/services/sessions/view-session";
import { findWorkflow } from "@/server/services/verifications/find-workflow";

/**
 * The session as its own page may see it. AppError `not_found`, `session_expired`, `session_finished` when cancelled.
 */
export async function viewCapture(ctx: Ctx, sessionId: string): Promise<CaptureView> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const session = await tx.session.findFirst({ where: { id: sessionId, tenant_id: ctx.tenantId } });
    if (!session) throw new AppError("not_found");
    refuseOver(ctx, session);
    const { definition } = await findWorkflow(ctx, tx, session.workflow_id ?? undefined);
    const needs = captureNeeds(definition.steps);
    const state = CaptureState.parse(session.state);
    const options = await optionsOf(ctx, tx, session);
    const { front, back, face } = TRIES_MAX;
    const { tries, document } = state;
    return {
      session_id: session.id,
      environment: session.environment as CaptureView["environment"],
      status: session.status as SessionStatus,
      step: nextStep(state, needs),
      brand: await readBrand(ctx, tx, session.locale),
      document_types: options.document_types ?? DocumentType.options,
      country: options.country ?? null,
      document: document ? { ...document, has_back: HAS_BACK[document.type] } : null,
      needs,
      tries_left: { front: front - tries.front, back: back - tries.back, face: face - tries.face },
      return_url: session.return_url,
      locale: session.locale,
      expires_at: session.expires_at.toISOString(),
      ...(await readOutcome(ctx, tx, session)),
    };
  });
}

function refuseOver(ctx: Ctx, session: Session): void {
  const ranOut = session.status === "requires_input" && session.expires_at <= ctx.clock.now();
  if (session.status === "expired" || ranOut) throw new AppError("session_expired");
  if (session.status === "cancelled") throw new AppError("session_finished", { status: session.status });
}

async function readBrand(ctx: Ctx, tx: Tx, locale: string | null): Promise<CaptureBrand> {
  const select = { name: true, branding: true, support_email: true };
  const tenant = await tx.tenant.findUnique({ where: { id: ctx.tenantId }, select });
  const branding = Branding.parse(tenant?.branding ?? {});
  const accent = branding.accent === undefined ? undefined : accentOf(branding.accent);
  return {
    name: tenant?.name ?? "",
    logo_url: branding.logo ?? null,
    support_email: tenant?.support_email ?? null,
    languages: offerAlso(branding.languages, locale),
    hue: accent?.hue ?? null,
    chroma: accent?.chroma ?? null,
  };
}

/** A verification that could not be carried out waits for a person, as a review does. */
async function readOutcome(ctx: Ctx, tx: Tx, session: Session): Promise<Pick<CaptureView, "decision" | "progress">> {
  if (!session.job_id) return { decision: null, progress: [] };
  const where = { id: session.job_id, tenant_id: ctx.tenantId };
  const job = await tx.job.findFirst({ where, select: { decision: true, status: true } });
  const steps = await tx.jobStep.findMany({ where: { job_id: session.job_id }, orderBy: { position: "asc" } });
  const failed = job?.status === "failed" ? "review" : null;
  return {
    decision: (session.decision ?? job?.decision ?? failed) as Decision | null,
    progress: steps.map((step) => ({ name: step.name, status: step.status as StepStatus })),
  };
}
