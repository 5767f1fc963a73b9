import type { Workflow } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx, Tx } from "@/server/services/ports";
import { holdWorkflow } from "@/server/services/workflows/hold-workflow";
import { requireRunnable } from "@/server/services/workflows/require-runnable";

/**
 * Makes the draft the next version, by which verifications run from now on; those that have begun keep theirs. AppError
 * `not_found` without a draft, `conflict` where another version was published since the draft was begun.
 */
export async function publishDraft(ctx: Ctx, input: { id: string; note?: string }): Promise<{ version: number }> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const workflow = await holdWorkflow(ctx, tx, input.id);
    const draft = await tx.workflowDraft.findUnique({ where: { workflow_id: workflow.id } });
    if (!draft) throw new AppError("not_found", { draft: workflow.id });
    if (draft.based_on !== workflow.active_version) {
      throw new AppError("conflict", { based_on: draft.based_on, active_version: workflow.active_version });
    }
    const definition = requireRunnable(draft.definition);
    const version = await addVersion(ctx, tx, workflow, { definition, note: input.note });
    await tx.workflowDraft.delete({ where: { workflow_id: workflow.id } });
    await appendAudit(ctx, tx, { action: "workflow.published", target: workflow.id, details: { version } });
    return { version };
  });
}

/**
 * Takes an earlier version up again, as a new one: the history is never rewritten. AppError: `not_found`,
 * `invalid_request` where today's rules refuse it.
 */
export async function revertWorkflow(ctx: Ctx, input: { id: string; version: number }): Promise<{ version: number }> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const workflow = await holdWorkflow(ctx, tx, input.id);
    const earlier = await tx.workflowVersion.findUnique({
      where: { workflow_id_version: { workflow_id: workflow.id, version: input.version } },
    });
    if (!earlier) throw new AppError("not_found", { version: input.version });
    const definition = requireRunnable(earlier.definition);
    const version = await addVersion(ctx, tx, workflow, { definition, revertsTo: earlier.version });
    const details = { version, reverts_to: earlier.version };
    await appendAudit(ctx, tx, { action: "workflow.reverted", target: workflow.id, details });
    return { version };
  });
}

async function addVersion(
  ctx: Ctx,
  tx: Tx,
  workflow: Workflow,
  made: { readonly definition: WorkflowDefinition; readonly note?: string; readonly revertsTo?: number },
): Promise<number> {
  const where = { workflow_id: workflow.id };
  const newest = await tx.workflowVersion.aggregate({ where, _max: { version: true } });
  const version = (newest._max.version ?? 0) + 1;
  await tx.workflowVersion.create({
    data: {
      ...where,
      version,
      tenant_id: ctx.tenantId,
      definition: made.definition,
      note: made.note ?? null,
      reverts_to: made.revertsTo ?? null,
      created_by: ctx.actor,
      created_at: ctx.clock.now(),
    },
  });
  await tx.workflow.update({ where: { id: workflow.id }, data: { active_version: version } });
  return version;
}
