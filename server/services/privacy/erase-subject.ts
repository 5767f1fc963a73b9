import type { Erasure } from "@/prisma/generated/client";
import { appendAudit } from "@/server/services/audit/append-audit";
import { forgetChallenges } from "@/server/services/liveness/forget-frames";
import type { Ctx } from "@/server/services/ports";
import { eraseSession } from "@/server/services/privacy/erase-session";
import { eraseVerification } from "@/server/services/privacy/erase-verification";
import { findSubjectRecords } from "@/server/services/privacy/subject-records";

export interface ErasedSubject {
  readonly proofs: readonly Erasure[];
  /** Face templates deleted. */
  readonly faces: number;
}

/**
 * Everything that the tenant keeps about one of its people in this environment, by the tenant's own identifier: the
 * `reference` of verifications and sessions, the `subject` of enrolled faces. Knowing nobody of that name is no error.
 */
export async function eraseSubject(ctx: Ctx, asked: { readonly reference: string }): Promise<ErasedSubject> {
  const { reference } = asked;
  const found = await ctx.database.inTenant(ctx.tenantId, (tx) => findSubjectRecords(ctx, tx, reference));
  const proofs: Erasure[] = [];
  for (const { id } of found.jobs) proofs.push(await eraseVerification(ctx, { jobId: id, reason: "request" }));
  for (const { id } of found.sessions.filter((session) => session.job_id === null)) {
    proofs.push(await eraseSession(ctx, { sessionId: id, reason: "request" }));
  }
  const faces = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await forgetChallenges(ctx, tx, reference);
    const ids = found.faces.map((face) => face.id);
    await tx.face.deleteMany({ where: { id: { in: ids } } });
    for (const id of ids)
      await appendAudit(ctx, tx, { action: "face.erased", target: id, details: { reason: "request" } });
    return ids.length;
  });
  return { proofs, faces };
}
