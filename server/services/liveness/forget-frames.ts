import { createHash } from "node:crypto";
import type { Ctx, Tx } from "@/server/services/ports";

/** How a person is known to challenges by API: the tenant's own identifier, hashed with the tenant's. */
export function personHash(tenantId: string, reference: string): string {
  return createHash("sha256").update(`${tenantId}\n${reference}`).digest("hex");
}

/** Deletes the hashes of one verification's frames. */
export async function forgetFrames(tx: Tx, capture: string): Promise<void> {
  await tx.frameHash.deleteMany({ where: { capture } });
}

/** Deletes the challenges that were drawn for one of the tenant's people, and the hashes of what answered them. */
export async function forgetChallenges(ctx: Ctx, tx: Tx, reference: string): Promise<void> {
  const mine = { person_hash: personHash(ctx.tenantId, reference), environment: ctx.environment };
  const drawn = await tx.livenessChallenge.findMany({ where: mine, select: { id: true } });
  await tx.frameHash.deleteMany({ where: { capture: { in: drawn.map(({ id }) => id) } } });
  await tx.livenessChallenge.deleteMany({ where: mine });
}

/** Deletes hashes and challenges from before a moment; answers how many. */
export async function forgetOldFrames(tx: Tx, tenant_id: string, before: Date): Promise<number> {
  const hashes = await tx.frameHash.deleteMany({ where: { tenant_id, created_at: { lt: before } } });
  const drawn = await tx.livenessChallenge.deleteMany({ where: { tenant_id, drawn_at: { lt: before } } });
  return hashes.count + drawn.count;
}
