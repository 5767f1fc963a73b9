import { createHmac } from "node:crypto";
import type { Job } from "@/prisma/generated/client";
import type { DocumentFields } from "@/server/contract/fields";
import type { DocumentEvidence, ForgerySignal } from "@/server/domain/documents/evidence";
import {
  type Holder,
  holderOf,
  judgeSightings,
  SAME_PICTURE_BITS,
  type Sighting,
} from "@/server/domain/documents/seen-before";
import { openJobKey } from "@/server/services/keys/open-job-key";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/** Earlier verifications that are opened and compared, the nearest first. */
const LOOKED_AT = 8;

/**
 * Whether this document was presented before under another name, within the tenant and environment; and keeps what it
 * will be known by next time, until the verification is erased. Undefined where no name or no picture was read.
 */
export async function findSightings(
  ctx: Ctx,
  job: { readonly jobId: string; readonly key: DataKey },
  seen: { readonly evidence: DocumentEvidence; readonly fields: DocumentFields; readonly country: string | null },
): Promise<ForgerySignal | undefined> {
  const holder = holderOf(seen.fields);
  const hash = pictureHash(seen.evidence);
  if (!holder || seen.evidence.sides.length === 0) return undefined;
  const context = sealContext("document_seen", "holder_sealed", job.jobId);
  const holder_sealed = await ctx.keys.seal(job.key, JSON.stringify(holder), context);
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const digest = numberDigest(await openTenantKey(ctx, tx), seen.country, seen.fields.document_number);
    const sightings = await openSightings(ctx, tx, await findRows(ctx, tx, job.jobId, hash, digest));
    const known = { picture_hash: hash, number_digest: digest, holder_sealed };
    const own = { job_id: job.jobId, tenant_id: ctx.tenantId, environment: ctx.environment };
    await tx.documentSeen.upsert({
      where: { job_id: job.jobId },
      create: { ...own, ...known, created_at: ctx.clock.now() },
      update: known,
    });
    return judgeSightings(holder, sightings);
  });
}

/** Of page and portrait; null without either, for pages of one issuer look alike. */
function pictureHash({ sides }: DocumentEvidence): string | null {
  const front = sides.find(({ image }) => image === "front");
  return front?.hash && front.portraitHash ? front.hash + front.portraitHash : null;
}

/** Tells two tenants nothing about each other: the key is the tenant's own. Null where the number was not read. */
function numberDigest(key: DataKey, country: string | null, printed = ""): Buffer<ArrayBuffer> | null {
  const number = printed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (!number || !country) return null;
  return Buffer.from(createHmac("sha256", key.bytes).update(`document_number\n${country}\n${number}`).digest());
}

interface Row {
  readonly job_id: string;
  readonly holder_sealed: Uint8Array;
  readonly same_number: boolean;
  readonly distance: number;
}

async function findRows(ctx: Ctx, tx: Tx, jobId: string, hash: string | null, digest: Buffer | null): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT job_id, holder_sealed, same_number, distance FROM (
      SELECT job_id, holder_sealed, coalesce(number_digest = ${digest}::bytea, false) AS same_number,
        coalesce(bit_count(('x' || picture_hash)::bit(192) # ('x' || ${hash}::text)::bit(192)), 192)::int AS distance
      FROM document_seen WHERE environment = ${ctx.environment} AND job_id <> ${jobId}
    ) known
    WHERE same_number OR distance <= ${SAME_PICTURE_BITS}
    ORDER BY same_number DESC, distance LIMIT ${LOOKED_AT}`;
}

async function openSightings(ctx: Ctx, tx: Tx, rows: readonly Row[]): Promise<Sighting[]> {
  const ids = rows.map(({ job_id }) => job_id);
  const jobs = await tx.job.findMany({ where: { id: { in: ids } }, select: { id: true, data_key_sealed: true } });
  const keys = new Map(jobs.map((job) => [job.id, job]));
  const out: Sighting[] = [];
  for (const { job_id, holder_sealed, same_number, distance } of rows) {
    const job = keys.get(job_id) as Pick<Job, "id" | "data_key_sealed"> | undefined;
    if (!job?.data_key_sealed) continue;
    const key = await openJobKey(ctx, tx, job);
    const plain = await ctx.keys.open(key, holder_sealed, sealContext("document_seen", "holder_sealed", job_id));
    const holder = JSON.parse(new TextDecoder().decode(plain)) as Holder;
    out.push({ by: same_number ? "number" : "picture", distance, holder });
  }
  return out;
}
