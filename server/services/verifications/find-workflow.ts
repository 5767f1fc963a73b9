import { AppError } from "@/server/contract/errors";
import { WorkflowDefinition } from "@/server/domain/workflow/definition";
import type { Ctx, Tx } from "@/server/services/ports";

export interface ChosenWorkflow {
  readonly id: string;
  readonly version: number;
  readonly definition: WorkflowDefinition;
}

/** The workflow that was asked for, or the tenant's default, in its active version. AppError `not_found`. */
export async function findWorkflow(ctx: Ctx, tx: Tx, id: string | undefined): Promise<ChosenWorkflow> {
  const where = id === undefined ? { is_default: true } : { id };
  const workflow = await tx.workflow.findFirst({ where: { ...where, tenant_id: ctx.tenantId } });
  if (!workflow) throw new AppError("not_found", { workflow_id: id?.slice(0, 100) ?? "default" });
  const version = await tx.workflowVersion.findUniqueOrThrow({
    where: { workflow_id_version: { workflow_id: workflow.id, version: workflow.active_version } },
  });
  return { id: workflow.id, version: version.version, definition: WorkflowDefinition.parse(version.definition) };
}
