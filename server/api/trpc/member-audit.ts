import { memberContext } from "@/server/api/trpc/member-context";
import type { RequestContext } from "@/server/api/trpc/request-context";
import { appendAudit } from "@/server/services/audit/append-audit";
import { exportAudit } from "@/server/services/audit/export-audit";

/**
 * The account's whole chain, an entry a line, for who may read it; that it was taken is its last entry. AppError
 * otherwise.
 */
export async function memberAudit(request: RequestContext): Promise<AsyncGenerator<string>> {
  const { service } = await memberContext(request, "audit:read");
  const { tenantId } = service;
  await service.database.inTenant(tenantId, (tx) =>
    appendAudit(service, tx, { action: "audit.exported", target: tenantId, details: {} }),
  );
  return exportAudit(service);
}
