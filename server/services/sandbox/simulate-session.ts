import type { Session } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import type { SessionView } from "@/server/contract/v1/sessions";
import type { EndingScenario } from "@/server/domain/sandbox/scenario";
import { findScenario, SCENARIOS } from "@/server/domain/sandbox/scenarios";
import { appendAudit } from "@/server/services/audit/append-audit";
import { failJob } from "@/server/services/jobs/fail-job";
import type { Ctx } from "@/server/services/ports";
import { playCapture } from "@/server/services/sandbox/play-capture";
import { requireSandbox } from "@/server/services/sandbox/require-sandbox";
import { cancelSession } from "@/server/services/sessions/cancel-session";
import { expireSession } from "@/server/services/sessions/expire-sessions";
import { getSession } from "@/server/services/sessions/get-session";
import { decideVerification } from "@/server/services/verifications/decide-verification";

/**
 * Plays a scenario at a hosted session, as a person (or a reviewer, or nobody) would, and answers the session as it is
 * then; the verification goes on in the worker. AppError: `not_found` for live keys too, `invalid_request` for a
 * scenario that is none, and those of the capture's own steps.
 */
export async function simulateSession(ctx: Ctx, asked: { id: string; scenario: string }): Promise<SessionView> {
  requireSandbox(ctx);
  const session = await find(ctx, asked.id);
  const scenario = findScenario(asked.scenario);
  if (!scenario) throw refused(`There is no such scenario. Known: ${Object.keys(SCENARIOS).join(", ")}.`);
  if (scenario.kind === "seen" && scenario.send?.hints) {
    throw refused("This one needs hints: send its picture to POST /v1/kyc/verify.");
  }
  await ctx.database.inTenant(ctx.tenantId, (tx) =>
    appendAudit(ctx, tx, { action: "session.simulated", target: session.id, details: { scenario: asked.scenario } }),
  );
  if (scenario.kind === "seen") await playCapture(ctx, { sessionId: session.id, id: asked.scenario, scenario });
  else await end(ctx, session, scenario.ending);
  return getSession(ctx, session.id);
}

function refused(message: string): AppError {
  return new AppError("invalid_request", { fields: [{ path: "scenario", message }] });
}

async function find(ctx: Ctx, id: string): Promise<Session> {
  const where = { id, tenant_id: ctx.tenantId, environment: ctx.environment };
  const session = await ctx.database.inTenant(ctx.tenantId, (tx) => tx.session.findFirst({ where }));
  if (!session) throw new AppError("not_found", { session_id: id.slice(0, 100) });
  return session;
}

async function end(ctx: Ctx, session: Session, ending: EndingScenario["ending"]): Promise<unknown> {
  switch (ending) {
    case "expire":
      await runOut(ctx, session);
      return expireSession(ctx, session.id);
    case "cancel":
      return cancelSession(ctx, session.id);
    case "fail": {
      // Nobody is told to begin: what was captured is given up before any step.
      const silent = { ...ctx, events: { send: async () => undefined } };
      const scenario = SCENARIOS.accepted;
      if (scenario.kind !== "seen") throw new Error("The scenario `accepted` is none that is seen.");
      const jobId = await playCapture(silent, { sessionId: session.id, id: "accepted", scenario });
      return failJob(ctx, jobId);
    }
    case "approve":
      return review(ctx, session, "accepted");
    case "refuse":
      return review(ctx, session, "rejected");
    default:
      return ending satisfies never;
  }
}

async function runOut(ctx: Ctx, { id, status }: Session): Promise<void> {
  const { count } = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.session.updateMany({ where: { id, status: "requires_input" }, data: { expires_at: ctx.clock.now() } }),
  );
  if (count === 0) throw new AppError("session_finished", { status });
}

async function review(ctx: Ctx, session: Session, decision: "accepted" | "rejected"): Promise<void> {
  if (session.status !== "review" || !session.job_id) {
    throw new AppError("conflict", { reason: "not_in_review", status: session.status });
  }
  await decideVerification(ctx, { id: session.job_id, decision, note: "Decided by the sandbox." });
}
