import type { FrameEvidence } from "@/server/domain/liveness/evidence";
import { hammingDistance } from "@/server/domain/liveness/injection/hamming-distance";
import type { Ctx } from "@/server/services/ports";

/** Bits of 256 in which one picture may differ from itself, sent twice. */
const SAME_BITS = 1;
const QUARTERS = 4;
/** Of older frames at most so many are held against new ones. */
const LOOKED_AT = 5_000;

/**
 * Finds the other capture of this tenant that shares most frames with this one, and keeps these frames' hashes for
 * later ones. `capture` names the verification or the challenge; called again for it, it answers the same. Undefined
 * without frames.
 */
export async function recallFrames(
  ctx: Ctx,
  { capture, frames }: { readonly capture: string; readonly frames: readonly FrameEvidence[] },
): Promise<{ readonly share: number } | undefined> {
  const hashes = frames.flatMap(({ hash }) => hash ?? []);
  if (hashes.length === 0) return undefined;
  const { tenantId: tenant_id, environment } = ctx;
  return ctx.database.inTenant(tenant_id, async (tx) => {
    const known = await tx.frameHash.findMany({
      where: { tenant_id, environment, capture: { not: capture }, quarters: { hasSome: hashes.flatMap(quartersOf) } },
      select: { capture: true, hash: true },
      orderBy: { created_at: "desc" },
      take: LOOKED_AT,
    });
    await tx.frameHash.createMany({
      data: hashes.map((hash, position) => ({
        tenant_id,
        environment,
        capture,
        position,
        hash,
        quarters: quartersOf(hash),
        created_at: ctx.clock.now(),
      })),
      skipDuplicates: true,
    });
    return { share: largestShare(hashes, known) };
  });
}

function quartersOf(hash: string): string[] {
  const length = hash.length / QUARTERS;
  return Array.from({ length: QUARTERS }, (_, i) => `${i}${hash.slice(i * length, (i + 1) * length)}`);
}

function largestShare(hashes: readonly string[], known: readonly { capture: string; hash: string }[]): number {
  const shared = new Map<string, Set<number>>();
  for (const { capture, hash } of known) {
    for (const [i, mine] of hashes.entries()) {
      if (hammingDistance(mine, hash) > SAME_BITS) continue;
      shared.set(capture, (shared.get(capture) ?? new Set()).add(i));
    }
  }
  return Math.max(0, ...[...shared.values()].map((frames) => frames.size)) / hashes.length;
}
