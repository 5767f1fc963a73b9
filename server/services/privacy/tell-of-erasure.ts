import type { Erasure } from "@/prisma/generated/client";
import type { Environment } from "@/server/contract/enums";
import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx, Tx } from "@/server/services/ports";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/**
 * Tells the tenant's endpoints of a proof, in the caller's transaction; it holds nothing of the person. Send after the
 * commit.
 */
export async function tellOfErasure(
  ctx: Ctx,
  tx: Tx,
  type: "erasure.requested" | "erasure.completed",
  proof: Erasure,
): Promise<readonly JobEventToSend[]> {
  const data = {
    erasure_id: proof.id,
    scope: proof.scope as "verification" | "session",
    target: proof.target,
    reason: proof.reason as "request" | "retention",
    media: proof.media,
    key_hash: proof.key_hash,
    requested_at: proof.requested_at.toISOString(),
    completed_at: proof.completed_at?.toISOString() ?? null,
  };
  const key = await openTenantKey(ctx, tx);
  const own = { ...ctx, environment: proof.environment as Environment };
  return writeOutbox(own, tx, { type, subjectId: proof.id, data, key });
}
