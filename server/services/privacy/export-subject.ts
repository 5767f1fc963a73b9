import { strToU8, type Zippable, zipSync } from "fflate";
import { appendAudit } from "@/server/services/audit/append-audit";
import { openFace } from "@/server/services/faces/face-template";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import { readMedia } from "@/server/services/media/read-media";
import type { Ctx, Tx } from "@/server/services/ports";
import { findSubjectRecords, type SubjectRecords } from "@/server/services/privacy/subject-records";
import { optionsOf, viewSession } from "@/server/services/sessions/view-session";
import { viewJob } from "@/server/services/verifications/view-job";

/** Already compressed: stored as they are. */
const AS_IS = { level: 0 } as const;

/**
 * Right of access (GDPR Art. 15): everything kept about one person as a ZIP of JSON and pictures, in clear; undefined
 * where nothing is. That it was made, and by whom, is audited; the identifier itself is not written there.
 */
export async function exportSubject(ctx: Ctx, asked: { readonly reference: string }): Promise<Uint8Array | undefined> {
  const files: Zippable = {};
  const found = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const records = await findSubjectRecords(ctx, tx, asked.reference);
    const { jobs, sessions, faces } = records;
    if (jobs.length + sessions.length + faces.length === 0) return undefined;
    await describe(ctx, tx, records, files);
    const details = { verifications: jobs.length, sessions: sessions.length, faces: faces.length };
    const target = [...jobs, ...sessions, ...faces][0].id;
    await appendAudit(ctx, tx, { action: "subject.exported", target, details });
    return records;
  });
  if (!found) return undefined;
  await addPictures(ctx, found, files);
  files["subject.json"] = json({
    reference: asked.reference,
    environment: ctx.environment,
    exported_at: ctx.clock.now().toISOString(),
    verifications: found.jobs.map((job) => job.id),
    sessions: found.sessions.map((session) => session.id),
    faces: found.faces.map((face) => face.id),
  });
  return zipSync(files);
}

async function describe(ctx: Ctx, tx: Tx, { jobs, sessions, faces }: SubjectRecords, files: Zippable): Promise<void> {
  for (const job of jobs) {
    files[`verifications/${job.id}.json`] = json({
      ...(await viewJob(ctx, tx, job)),
      input: await inputOf(ctx, tx, job),
      review: job.reviewed_at && { at: job.reviewed_at, note: await noteOf(ctx, tx, job) },
    });
  }
  for (const session of sessions) {
    const consents = session.consents.map(({ text_version, language, purpose, biometrics, created_at }) => {
      return { text_version, language, purpose, biometrics, given_at: created_at };
    });
    const view = await viewSession(ctx, tx, session);
    files[`sessions/${session.id}.json`] = json({ ...view, options: await optionsOf(ctx, tx, session), consents });
  }
  for (const face of faces) {
    const { id, subject, model_id, model_version, consent_reference, created_at } = face;
    const evidence = await openFace(ctx, tx, face);
    files[`faces/${id}.json`] = json({
      face_id: id,
      subject,
      model_id,
      model_version,
      consent_reference,
      created_at,
      evidence,
    });
  }
}

/** What the tenant sent about the person; null once it was erased. */
async function inputOf(ctx: Ctx, tx: Tx, job: SubjectRecords["jobs"][number]): Promise<unknown> {
  const text = await openOf(ctx, tx, job, "input_sealed");
  return text === null ? null : JSON.parse(text);
}

/** What a reviewer wrote about the person. */
function noteOf(ctx: Ctx, tx: Tx, job: SubjectRecords["jobs"][number]): Promise<string | null> {
  return openOf(ctx, tx, job, "review_note_sealed");
}

async function openOf(
  ctx: Ctx,
  tx: Tx,
  job: SubjectRecords["jobs"][number],
  column: "input_sealed" | "review_note_sealed",
): Promise<string | null> {
  const sealed = job[column];
  if (!job.data_key_sealed || !sealed) return null;
  const key = await ctx.keys.openDataKey(job.data_key_sealed, await openTenantKey(ctx, tx));
  return new TextDecoder().decode(await ctx.keys.open(key, sealed, sealContext("job", column, job.id)));
}

/** Pictures of verifications, and of captures that led to none. */
async function addPictures(ctx: Ctx, { jobs, sessions }: SubjectRecords, files: Zippable): Promise<void> {
  const tenantKey = await ctx.database.inTenant(ctx.tenantId, (tx) => openTenantKey(ctx, tx));
  const owners = [
    ...jobs.map((job) => ({ folder: `verifications/${job.id}`, ...job })),
    ...sessions.map((session) => ({ folder: `sessions/${session.id}`, ...session })),
  ];
  for (const { folder, data_key_sealed: sealed, media } of owners) {
    if (!sealed) continue;
    const key = await ctx.keys.openDataKey(sealed, tenantKey);
    for (const one of media) {
      const name = `${folder}/${one.kind}-${one.position}-${one.id}.${one.mime.replace("image/", "")}`;
      files[name] = [await readMedia(ctx, key, one), AS_IS];
    }
  }
}

function json(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}
