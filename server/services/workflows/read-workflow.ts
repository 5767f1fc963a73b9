import { AppError } from "@/server/contract/errors";
import { WorkflowDefinition } from "@/server/domain/workflow/definition";
import type { Ctx } from "@/server/services/ports";

export interface WorkflowView {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly definition: WorkflowDefinition;
  readonly history: readonly { version: number; createdAt: Date; createdBy: string }[];
}

/** The tenant's default workflow as it runs now, with its versions, newest first. */
export async function readWorkflow(ctx: Ctx): Promise<WorkflowView> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const workflow = await tx.workflow.findFirst({
      where: { is_default: true },
      include: { versions: { orderBy: { version: "desc" } } },
    });
    const active = workflow?.versions.find((one) => one.version === workflow.active_version);
    if (!workflow || !active) throw new AppError("not_found", { workflow: "default" });
    return {
      id: workflow.id,
      name: workflow.name,
      version: active.version,
      definition: WorkflowDefinition.parse(active.definition),
      history: workflow.versions.map((one) => ({
        version: one.version,
        createdAt: one.created_at,
        createdBy: one.created_by,
      })),
    };
  });
}
