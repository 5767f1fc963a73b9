import type { BilledModule } from "@/server/contract/enums";
import type { PricedModule } from "@/server/domain/billing/price-list";
import type { Ctx, Tx } from "@/server/services/ports";

export interface MeteredCall {
  readonly module: BilledModule;
  /** What was called: a request, a verification. It is metered once however often it is tried. */
  readonly sourceId: string;
  readonly keyId: string | null;
  /** Of a workflow: the modules that ran, which are what it costs. */
  readonly parts?: readonly PricedModule[];
}

/** Meters calls, in the caller's transaction. Calls with test keys are metered too, and never billed. */
export async function recordUsage(
  ctx: Pick<Ctx, "ids" | "clock" | "tenantId" | "environment">,
  tx: Tx,
  ...calls: readonly MeteredCall[]
): Promise<void> {
  const at = ctx.clock.now();
  await tx.usageEvent.createMany({
    data: calls.map(({ module, sourceId, keyId, parts = [] }) => ({
      id: ctx.ids.make("use"),
      tenant_id: ctx.tenantId,
      environment: ctx.environment,
      module,
      key_id: keyId,
      source_id: sourceId,
      billed: ctx.environment === "live",
      parts: [...parts],
      created_at: at,
    })),
    skipDuplicates: true,
  });
}
