import type { BilledModule } from "@/server/contract/enums";
import type { Ctx, Tx } from "@/server/services/ports";

/**
 * Meters one call, in the caller's transaction. `sourceId` (a request, a verification) is metered once however often it is
 * tried. Calls with test keys are metered too, and never billed.
 */
export async function recordUsage(
  ctx: Ctx,
  tx: Tx,
  of: { readonly module: BilledModule; readonly sourceId: string; readonly keyId: string | null },
): Promise<void> {
  await tx.usageEvent.createMany({
    data: [
      {
        id: ctx.ids.make("use"),
        tenant_id: ctx.tenantId,
        environment: ctx.environment,
        module: of.module,
        key_id: of.keyId,
        source_id: of.sourceId,
        billed: ctx.environment === "live",
        created_at: ctx.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
}
