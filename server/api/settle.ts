import type { Known, Progress } from "@/server/api/progress";
import type { Incoming } from "@/server/api/request/incoming";
import type { Shell } from "@/server/api/shell";
import type { BilledModule } from "@/server/contract/enums";
import type { AppError } from "@/server/contract/errors";
import { type IdempotencyClaim, keepAnswer, releaseClaim } from "@/server/services/requests/claim-idempotency-key";
import type { KeyInUse } from "@/server/services/requests/find-key";
import { logRequest, type RequestOutcome } from "@/server/services/requests/log-request";
import { recordUsage } from "@/server/services/usage/record-usage";
import { returnQuota } from "@/server/services/usage/take-quota";

export interface Success {
  readonly status: number;
  readonly body: string;
  readonly claim?: IdempotencyClaim;
  readonly module?: BilledModule;
}

/**
 * In one transaction: the call is metered, its answer kept for repeats, the request logged. What only reads is only
 * logged.
 */
export async function settleSuccess(shell: Shell, asked: Incoming, known: Known, success: Success): Promise<void> {
  const { status, body, claim, module } = success;
  const { ctx, key } = known;
  if (!claim && (!module || module === "workflow")) {
    return shell.journal.write(ctx, outcome(asked, key, status, null));
  }
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    // A verification is metered when it is decided, under its own id: hosted sessions make them too.
    if (module && module !== "workflow") {
      await recordUsage(ctx, tx, { module, sourceId: asked.requestId, keyId: ctx.keyId ?? null });
    }
    if (claim) await keepAnswer(ctx, tx, claim, { status, body });
    await logRequest(ctx, tx, outcome(asked, key, status, null));
  });
}

/** In one transaction: what the refused call had taken is given back, and the request logged. Never throws. */
export async function settleRefusal(
  shell: Shell,
  asked: Incoming,
  progress: Progress,
  refusal: AppError,
): Promise<void> {
  const { known, claim, quota } = progress;
  if (!known) return;
  const { ctx, key } = known;
  try {
    if (!quota && !claim) {
      return await shell.journal.write(ctx, outcome(asked, key, refusal.status, refusal.code));
    }
    await ctx.database.inTenant(ctx.tenantId, async (tx) => {
      if (quota) await returnQuota(ctx, tx, quota.module, quota.period);
      if (claim) await releaseClaim(ctx, tx, claim);
      await logRequest(ctx, tx, outcome(asked, key, refusal.status, refusal.code));
    });
  } catch (error) {
    ctx.log.error({ trace_id: asked.traceId, error: (error as Error).name }, "refusal could not be settled");
  }
}

function outcome(asked: Incoming, key: KeyInUse, status: number, errorCode: string | null): RequestOutcome {
  const { requestId, method, path } = asked;
  const durationMs = Math.round(performance.now() - asked.startedAt);
  return { requestId, method, path, status, errorCode, durationMs, keyLastUsedAt: key.lastUsedAt };
}
