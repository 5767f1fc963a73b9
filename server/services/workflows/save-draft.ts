import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx } from "@/server/services/ports";
import { holdWorkflow } from "@/server/services/workflows/hold-workflow";
import { requireRunnable } from "@/server/services/workflows/require-runnable";

/**
 * Keeps a changed definition beside the one that runs; nothing runs by it until it is published. AppError: `not_found`,
 * `invalid_request` naming every field at fault.
 */
export async function saveDraft(ctx: Ctx, input: { id: string; definition: unknown }): Promise<{ basedOn: number }> {
  const definition = requireRunnable(input.definition);
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const workflow = await holdWorkflow(ctx, tx, input.id);
    const changed = { definition, updated_by: ctx.actor, updated_at: ctx.clock.now() };
    const draft = await tx.workflowDraft.upsert({
      where: { workflow_id: workflow.id },
      create: { workflow_id: workflow.id, tenant_id: ctx.tenantId, based_on: workflow.active_version, ...changed },
      update: changed,
    });
    await appendAudit(ctx, tx, { action: "workflow.draft_saved", target: workflow.id });
    return { basedOn: draft.based_on };
  });
}
