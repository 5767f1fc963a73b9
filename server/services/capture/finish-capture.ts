import { expectStep } from "@/server/services/capture/expect-step";
import { inSession } from "@/server/services/capture/in-session";
import { openSessionKey } from "@/server/services/capture/open-session-key";
import { verificationRequested } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import type { Ctx } from "@/server/services/ports";
import { optionsOf } from "@/server/services/sessions/view-session";
import { createJob } from "@/server/services/verifications/create-job";

/**
 * Closes the capture: a queued verification takes the session's pictures and its key over, in one transaction. Nothing
 * can be captured afterwards. Where the start cannot be signalled the verification stays queued and the sweep starts
 * it.
 */
export async function finishCapture(ctx: Ctx, asked: { sessionId: string }): Promise<{ jobId: string }> {
  const jobId = ctx.ids.make("job");
  const due = await inSession(ctx, asked.sessionId, async (held) => {
    expectStep(held, "finish");
    const { tx, session, state } = held;
    const { key, sealed } = await openSessionKey(ctx, tx, session);
    const { profile, metadata, country } = await optionsOf(ctx, tx, session);
    const hints = documentHints(state.document?.type, country);
    const events = await createJob(ctx, tx, {
      jobId,
      key,
      keySealed: sealed,
      sent: {
        live: state.face !== undefined,
        document: state.front !== undefined,
        profile: profile !== undefined && Object.keys(profile).length > 0,
      },
      input: { ...hints, challenge: state.challenge, report: state.face?.report, profile, metadata },
      reference: session.reference ?? undefined,
      workflowId: session.workflow_id ?? undefined,
      sessionId: session.id,
      attachPictures: () => {
        const mine = { tenant_id: ctx.tenantId, session_id: session.id, deleted_at: null };
        return tx.media.updateMany({ where: mine, data: { job_id: jobId } });
      },
    });
    await held.save({ ...state, finished_at: ctx.clock.now().toISOString() });
    await tx.session.update({ where: { id: session.id }, data: { status: "processing", job_id: jobId } });
    return events;
  });
  await sendEvents(ctx, due);
  await ctx.events.send(verificationRequested(ctx.tenantId, jobId)).catch((error: unknown) => {
    const fields = { trace_id: ctx.traceId, job_id: jobId, error: (error as Error).name };
    ctx.log.error(fields, "start could not be signalled");
  });
  return { jobId };
}

/**
 * The kind is what the person says; the country is expected only where the tenant named it: a person's list starts at a
 * guess.
 */
function documentHints(type: string | undefined, country: string | undefined) {
  const known = ["passport", "id_card", "driver_license", "residence_permit"] as const;
  return { document_hint: known.find((each) => each === type) ?? ("auto" as const), country_hint: country ?? "auto" };
}
