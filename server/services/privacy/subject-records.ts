import type { Consent, Face, Job, JobStep, Media, Session } from "@/prisma/generated/client";
import type { Ctx, Tx } from "@/server/services/ports";

export interface SubjectRecords {
  readonly jobs: readonly (Job & { readonly steps: readonly JobStep[]; readonly media: readonly Media[] })[];
  readonly sessions: readonly (Session & {
    readonly consents: readonly Consent[];
    /** Of a capture that led to no verification; else the verification has them. */
    readonly media: readonly Media[];
  })[];
  readonly faces: readonly Face[];
}

/**
 * Every row about one of the tenant's people in this environment, by the tenant's own identifier: the `reference` of
 * verifications and sessions (and what came of those sessions), the `subject` of enrolled faces.
 */
export async function findSubjectRecords(ctx: Ctx, tx: Tx, reference: string): Promise<SubjectRecords> {
  const { environment } = ctx;
  const found = await tx.session.findMany({ where: { environment, reference }, include: { consents: true } });
  const left = { session_id: { in: found.map(({ id }) => id) }, job_id: null, deleted_at: null };
  const pictures = await tx.media.findMany({ where: left, orderBy: [{ kind: "asc" }, { position: "asc" }] });
  const sessions = found.map((one) => ({ ...one, media: pictures.filter(({ session_id: id }) => id === one.id) }));
  const fromSessions = sessions.flatMap((session) => session.job_id ?? []);
  const jobs = await tx.job.findMany({
    where: { environment, OR: [{ reference }, { id: { in: fromSessions } }] },
    include: { steps: true, media: { where: { deleted_at: null }, orderBy: [{ kind: "asc" }, { position: "asc" }] } },
    orderBy: { created_at: "asc" },
  });
  return { sessions, jobs, faces: await tx.face.findMany({ where: { environment, subject: reference } }) };
}
