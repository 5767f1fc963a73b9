import type { Erasure } from "@/prisma/generated/client";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx } from "@/server/services/ports";
import { eraseSession } from "@/server/services/privacy/erase-session";
import { eraseVerification } from "@/server/services/privacy/erase-verification";

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
  const found = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { environment: ctx.environment, reference };
    const jobs = await tx.job.findMany({ where, select: { id: true } });
    const sessions = await tx.session.findMany({ where, select: { id: true, job_id: true } });
    return { jobs: new Set([...jobs.map((j) => j.id), ...sessions.flatMap((s) => s.job_id ?? [])]), sessions };
  });
  const proofs: Erasure[] = [];
  for (const jobId of found.jobs) proofs.push(await eraseVerification(ctx, { jobId, reason: "request" }));
  for (const { id } of found.sessions.filter((session) => session.job_id === null)) {
    proofs.push(await eraseSession(ctx, { sessionId: id, reason: "request" }));
  }
  const faces = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { environment: ctx.environment, subject: reference };
    const ids = (await tx.face.findMany({ where, select: { id: true } })).map((face) => face.id);
    await tx.face.deleteMany({ where: { id: { in: ids } } });
    for (const id of ids)
      await appendAudit(ctx, tx, { action: "face.erased", target: id, details: { reason: "request" } });
    return ids.length;
  });
  return { proofs, faces };
}
