import { createHash } from "node:crypto";
import { strToU8, type Zippable, zipSync } from "fflate";
import { appendAudit } from "@/server/services/audit/append-audit";
import {
  AUDIT,
  MANIFEST,
  type Manifest,
  MEDIA,
  PACK_SCHEMA,
  REPORT,
  SIGNATURE,
  VERIFICATION,
} from "@/server/services/evidence/evidence-pack";
import { type GatheredEvidence, gatherEvidence } from "@/server/services/evidence/gather-evidence";
import { type EvidenceKey, evidenceKeyOf } from "@/server/services/evidence/signing-key";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx } from "@/server/services/ports";

/** Lays the evidence out as a PDF; `publicKey` is the one that signs. */
export type EvidenceReport = (evidence: GatheredEvidence, publicKey: string) => Promise<Uint8Array>;

export interface EvidencePack {
  readonly zip: Uint8Array;
  readonly sha256: string;
  /** Raw, 32 bytes, base64: the tenant's, to be known from elsewhere by whoever checks. */
  readonly publicKey: string;
}

/**
 * The evidence of one verification as a signed ZIP that can be checked without us, now and after an erasure. That it
 * was made, and by whom, is audited. AppError `not_found`; `conflict` for a verification that is not over.
 */
export async function packEvidence(ctx: Ctx, asked: { id: string; report: EvidenceReport }): Promise<EvidencePack> {
  const { evidence, key } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const evidence = await gatherEvidence(ctx, tx, asked.id);
    const key = evidenceKeyOf(ctx.tenantId, await openTenantKey(ctx, tx));
    await appendAudit(ctx, tx, { action: "job.evidence_packed", target: asked.id });
    return { evidence, key };
  });
  const files: Record<string, Uint8Array> = {
    [VERIFICATION]: json({
      tenant: evidence.tenant,
      verification: evidence.job,
      workflow: evidence.workflow,
      models: evidence.models,
      review: evidence.review,
      erasure: evidence.erasure,
    }),
    [MEDIA]: json(evidence.media),
    [AUDIT]: strToU8(evidence.audit.map((entry) => `${JSON.stringify(entry)}\n`).join("")),
    [REPORT]: await asked.report(evidence, key.publicKey),
  };
  const manifest = json(manifestOf(ctx, evidence, key, files));
  const signed: Zippable = { ...files, [MANIFEST]: manifest, [SIGNATURE]: strToU8(base64(key.sign(manifest))) };
  const zip = zipSync(signed);
  return { zip, sha256: hashOf(zip), publicKey: key.publicKey };
}

function manifestOf(
  ctx: Ctx,
  { job, audit, head }: GatheredEvidence,
  key: EvidenceKey,
  files: Readonly<Record<string, Uint8Array>>,
): Manifest {
  return {
    schema: PACK_SCHEMA,
    tenant_id: ctx.tenantId,
    job_id: job.job_id,
    environment: ctx.environment,
    created_at: ctx.clock.now().toISOString(),
    key: { algorithm: "Ed25519", public_key: key.publicKey },
    files: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, hashOf(bytes)])),
    chain: {
      id: ctx.tenantId,
      first_seq: audit[0]?.seq ?? 0,
      last_seq: audit.at(-1)?.seq ?? 0,
      head_seq: head.seq,
      head_hash: head.hash,
    },
  };
}

const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
