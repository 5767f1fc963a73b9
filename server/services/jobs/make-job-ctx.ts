import type { Environment } from "@/server/contract/enums";
import type { Adapters, Ctx } from "@/server/services/ports";
import { sandboxed } from "@/server/services/sandbox/sandboxed";

/**
 * Who durable functions act as: the system, within one tenant and environment. The subject's id serves as the trace id.
 */
export function makeJobCtx(
  adapters: Adapters,
  of: { readonly tenantId: string; readonly environment: Environment; readonly traceId: string },
): Ctx {
  return { ...sandboxed(adapters, of.environment), ...of, actor: "system" };
}

/** The same for a verification; undefined where it is not there (any more). */
export async function findJobCtx(adapters: Adapters, tenantId: string, jobId: string): Promise<Ctx | undefined> {
  const job = await adapters.database.inTenant(tenantId, (tx) =>
    tx.job.findUnique({ where: { id: jobId }, select: { environment: true } }),
  );
  return job
    ? makeJobCtx(adapters, { tenantId, environment: job.environment as Environment, traceId: jobId })
    : undefined;
}

/** The same for a webhook delivery; undefined where it is not there (any more). */
export async function findDeliveryCtx(
  adapters: Adapters,
  tenantId: string,
  deliveryId: string,
): Promise<Ctx | undefined> {
  const delivery = await adapters.database.inTenant(tenantId, (tx) =>
    tx.webhookDelivery.findUnique({ where: { id: deliveryId }, select: { event: { select: { environment: true } } } }),
  );
  const environment = delivery?.event.environment as Environment | undefined;
  return environment && makeJobCtx(adapters, { tenantId, environment, traceId: deliveryId });
}
