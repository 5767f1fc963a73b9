import { AppError } from "@/server/contract/errors";
import type { JobView } from "@/server/contract/v1/kyc";
import { maskJob } from "@/server/domain/privacy/mask-job";
import type { Ctx, Tx } from "@/server/services/ports";
import { viewJob } from "@/server/services/verifications/view-job";

export interface CaseRecord {
  readonly kind: "webhook" | "audit";
  readonly at: Date;
  readonly title: string;
  readonly note: string;
  readonly tone: "neutral" | "positive" | "caution" | "negative";
}

export interface Case {
  /** Personal data masked: `revealVerification` shows them. */
  readonly job: JobView;
  readonly pictures: readonly { id: string; kind: string; width: number; height: number }[];
  readonly records: readonly CaseRecord[];
}

const DELIVERY_TONE: Record<string, CaseRecord["tone"]> = { delivered: "positive", failed: "negative" };

/** One verification as a reviewer sees it first, with its pictures' names, webhook deliveries and audit. */
export async function readCase(ctx: Ctx, input: { id: string }): Promise<Case> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const job = await tx.job.findFirst({
      where: { id: input.id, environment: ctx.environment },
      include: { steps: true, media: { where: { deleted_at: null }, orderBy: [{ kind: "asc" }, { position: "asc" }] } },
    });
    if (!job) throw new AppError("not_found", { job_id: input.id });
    const records = [...(await deliveriesOf(tx, job.id)), ...(await auditOf(tx, job.id))];
    return {
      job: maskJob(await viewJob(ctx, tx, job)),
      pictures: job.media.map(({ id, kind, width, height }) => ({ id, kind, width, height })),
      records: records.sort((a, b) => a.at.getTime() - b.at.getTime()),
    };
  });
}

async function deliveriesOf(tx: Tx, jobId: string): Promise<CaseRecord[]> {
  const deliveries = await tx.webhookDelivery.findMany({
    where: { event: { subject_id: jobId } },
    include: { event: true, endpoint: true },
  });
  return deliveries.map((delivery) => ({
    kind: "webhook",
    at: delivery.delivered_at ?? delivery.created_at,
    title: `${delivery.event.type}: ${delivery.status}`,
    note: `${delivery.endpoint.url} after ${delivery.attempts} ${delivery.attempts === 1 ? "try" : "tries"}`,
    tone: DELIVERY_TONE[delivery.status] ?? "neutral",
  }));
}

async function auditOf(tx: Tx, jobId: string): Promise<CaseRecord[]> {
  const entries = await tx.auditEntry.findMany({ where: { target: jobId }, orderBy: { seq: "asc" } });
  return entries.map((entry) => ({
    kind: "audit",
    at: entry.at,
    title: entry.action,
    note: `by ${entry.actor}`,
    tone: "neutral",
  }));
}
