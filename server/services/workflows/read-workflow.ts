import { AppError } from "@/server/contract/errors";
import { WorkflowDefinition } from "@/server/domain/workflow/definition";
import type { Ctx } from "@/server/services/ports";

export interface WorkflowVersionView {
  readonly version: number;
  readonly definition: WorkflowDefinition;
  readonly note: string | null;
  /** The earlier version that it takes up again. */
  readonly revertsTo: number | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export interface WorkflowView {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly definition: WorkflowDefinition;
  /** What is changed and does not run yet; `stale` where another version was published since it was begun. */
  readonly draft: {
    readonly definition: WorkflowDefinition;
    readonly basedOn: number;
    readonly stale: boolean;
    readonly updatedAt: Date;
    readonly updatedBy: string;
  } | null;
  /** Newest first. */
  readonly history: readonly WorkflowVersionView[];
}

/** The tenant's default workflow as it runs now, with its draft and its versions. */
export async function readWorkflow(ctx: Ctx): Promise<WorkflowView> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const workflow = await tx.workflow.findFirst({
      where: { is_default: true, tenant_id: ctx.tenantId },
      include: { versions: { orderBy: { version: "desc" } }, draft: true },
    });
    const active = workflow?.versions.find((one) => one.version === workflow.active_version);
    if (!workflow || !active) throw new AppError("not_found", { workflow: "default" });
    const { draft } = workflow;
    return {
      id: workflow.id,
      name: workflow.name,
      version: active.version,
      definition: WorkflowDefinition.parse(active.definition),
      draft: draft && {
        definition: WorkflowDefinition.parse(draft.definition),
        basedOn: draft.based_on,
        stale: draft.based_on !== active.version,
        updatedAt: draft.updated_at,
        updatedBy: draft.updated_by,
      },
      history: workflow.versions.map((one) => ({
        version: one.version,
        definition: WorkflowDefinition.parse(one.definition),
        note: one.note,
        revertsTo: one.reverts_to,
        createdAt: one.created_at,
        createdBy: one.created_by,
      })),
    };
  });
}
