import type { Prisma } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, Tx } from "@/server/services/ports";

/** One caller's `Idempotency-Key` on one endpoint, with the fingerprint of what was asked. */
export interface IdempotencyClaim {
  readonly keyId: string;
  readonly key: string;
  readonly endpoint: string;
  /** SHA-256 of the request's meaning, hex. */
  readonly requestHash: string;
}

export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

const KEEP_MS = 24 * 3600_000;
/** A first request that has not ended by then died with its process; its key may be claimed again. */
const LEASE_MS = 5 * 60_000;

/**
 * Claims the key for this request, or yields the answer that the first one got.
 * AppError: idempotency_mismatch (used with another request), idempotency_in_progress.
 */
export async function claimIdempotencyKey(ctx: Ctx, claim: IdempotencyClaim): Promise<StoredAnswer | undefined> {
  const now = ctx.clock.now();
  const fresh = { endpoint: claim.endpoint, request_hash: claim.requestHash, status: null, answer_sealed: null };
  const times = { created_at: now, expires_at: new Date(now.getTime() + KEEP_MS) };
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const made = await tx.idempotencyRecord.createMany({
      data: [{ tenant_id: ctx.tenantId, key_id: claim.keyId, key: claim.key, ...fresh, ...times }],
      skipDuplicates: true,
    });
    if (made.count === 1) return undefined;
    const where = whereOf(ctx, claim);
    await tx.$executeRaw`SELECT 1 FROM idempotency_record
      WHERE tenant_id = ${ctx.tenantId} AND key_id = ${claim.keyId} AND key = ${claim.key} FOR UPDATE`;
    const row = await tx.idempotencyRecord.findUnique({ where });
    const abandoned = row && row.status === null && now.getTime() - row.created_at.getTime() > LEASE_MS;
    if (row && (row.expires_at <= now || abandoned)) {
      await tx.idempotencyRecord.update({ where, data: { ...fresh, ...times } });
      return undefined;
    }
    if (row && (row.endpoint !== claim.endpoint || row.request_hash !== claim.requestHash)) {
      throw new AppError("idempotency_mismatch");
    }
    if (!row?.answer_sealed || row.status === null) throw new AppError("idempotency_in_progress", {}, 1);
    const body = await ctx.keys.open(await openTenantKey(ctx, tx), row.answer_sealed, contextOf(ctx, claim));
    return { status: row.status, body: new TextDecoder().decode(body) };
  });
}

/** Keeps the answer for a day, in the caller's transaction. */
export async function keepAnswer(ctx: Ctx, tx: Tx, claim: IdempotencyClaim, answer: StoredAnswer): Promise<void> {
  const sealed = await ctx.keys.seal(await openTenantKey(ctx, tx), answer.body, contextOf(ctx, claim));
  await tx.idempotencyRecord.update({
    where: whereOf(ctx, claim),
    data: { status: answer.status, answer_sealed: sealed },
  });
}

/** Gives the key back after a refusal: nothing was done, so the corrected request may use it. */
export async function releaseClaim(ctx: Ctx, tx: Tx, claim: IdempotencyClaim): Promise<void> {
  const { tenant_id_key_id_key } = whereOf(ctx, claim);
  await tx.idempotencyRecord.deleteMany({ where: { ...tenant_id_key_id_key, status: null } });
}

function whereOf(ctx: Ctx, claim: IdempotencyClaim) {
  const tenant_id_key_id_key = { tenant_id: ctx.tenantId, key_id: claim.keyId, key: claim.key };
  return { tenant_id_key_id_key } satisfies Prisma.IdempotencyRecordWhereUniqueInput;
}

function contextOf(ctx: Ctx, claim: IdempotencyClaim): string {
  return sealContext("idempotency_record", "answer_sealed", `${ctx.tenantId}/${claim.keyId}/${claim.key}`);
}
