import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx } from "@/server/services/ports";
import { holdWorkflow } from "@/server/services/workflows/hold-workflow";

/** Drops what was changed and not published; without a draft nothing happens. AppError `not_found`. */
export async function discardDraft(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const workflow = await holdWorkflow(ctx, tx, id);
    const { count } = await tx.workflowDraft.deleteMany({ where: { workflow_id: workflow.id } });
    if (count > 0) await appendAudit(ctx, tx, { action: "workflow.draft_discarded", target: workflow.id });
  });
}
