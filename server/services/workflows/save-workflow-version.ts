import { AppError } from "@/server/contract/errors";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";
import { findWorkflowProblems } from "@/server/domain/workflow/find-problems";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx } from "@/server/services/ports";

/**
 * Adds a version to a workflow and makes it the one that runs; verifications that have begun keep theirs. AppError
 * `invalid_request` for a definition that cannot be run, `conflict` where another version was saved since `basedOn`.
 */
export async function saveWorkflowVersion(
  ctx: Ctx,
  input: { id: string; basedOn: number; definition: WorkflowDefinition },
): Promise<{ version: number }> {
  const problems = findWorkflowProblems(input.definition);
  if (problems.length > 0) throw new AppError("invalid_request", { fields: problems });
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const version = input.basedOn + 1;
    const { count } = await tx.workflow.updateMany({
      where: { id: input.id, active_version: input.basedOn },
      data: { active_version: version },
    });
    if (count === 0) {
      const exists = await tx.workflow.findUnique({ where: { id: input.id } });
      throw new AppError(exists ? "conflict" : "not_found", { workflow_id: input.id });
    }
    await tx.workflowVersion.create({
      data: {
        workflow_id: input.id,
        version,
        tenant_id: ctx.tenantId,
        definition: input.definition,
        created_by: ctx.actor,
        created_at: ctx.clock.now(),
      },
    });
    await appendAudit(ctx, tx, { action: "workflow.saved", target: input.id, details: { version } });
    return { version };
  });
}
