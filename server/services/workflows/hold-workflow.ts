import type { Workflow } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import type { Ctx, Tx } from "@/server/services/ports";

/** A workflow of this tenant, held until the transaction ends. AppError `not_found`. */
export async function holdWorkflow(ctx: Ctx, tx: Tx, id: string): Promise<Workflow> {
  await tx.$executeRaw`SELECT 1 FROM workflow WHERE id = ${id} FOR UPDATE`;
  const workflow = await tx.workflow.findFirst({ where: { id, tenant_id: ctx.tenantId } });
  if (!workflow) throw new AppError("not_found", { workflow_id: id.slice(0, 100) });
  return workflow;
}
