/** Events that start durable functions. They carry ids and nothing else: what they speak of stays in the database. */
export interface JobEventToSend {
  /** The same id is taken once, however often it is sent. */
  readonly id: string;
  readonly name: string;
  readonly data: { readonly tenant_id: string } & Record<string, string>;
}

export const VERIFICATION_REQUESTED = "veriflow/verification.requested";
export const WEBHOOK_DUE = "veriflow/webhook.due";
export const MONTH_DUE = "veriflow/month.due";
export const QUOTA_REACHED = "veriflow/quota.reached";

/** Send after the job's transaction; the sweep sends it again for a job that stays queued. */
export function verificationRequested(tenantId: string, jobId: string): JobEventToSend {
  return {
    id: `verification.requested:${jobId}`,
    name: VERIFICATION_REQUESTED,
    data: { tenant_id: tenantId, job_id: jobId },
  };
}

/** `round` counts replays: each is a fresh run through the schedule of tries. */
export function webhookDue(tenantId: string, deliveryId: string, round: number): JobEventToSend {
  return {
    id: `webhook.due:${deliveryId}:${round}`,
    name: WEBHOOK_DUE,
    data: { tenant_id: tenantId, delivery_id: deliveryId },
  };
}

/** `round` tells attempts to close the month apart: one that was given up is begun again in the next hour. */
export function monthDue(tenantId: string, month: string, round: string): JobEventToSend {
  return { id: `month.due:${tenantId}:${month}:${round}`, name: MONTH_DUE, data: { tenant_id: tenantId, month } };
}

export interface QuotaMark {
  readonly environment: string;
  readonly module: string;
  readonly period: string;
  readonly level: "warning" | "exhausted";
}

/** `round` tells attempts to send the mail apart. */
export function quotaReached(tenantId: string, mark: QuotaMark, round = "0"): JobEventToSend {
  const { environment, module, period, level } = mark;
  return {
    id: `quota.reached:${tenantId}:${environment}:${module}:${period}:${level}:${round}`,
    name: QUOTA_REACHED,
    data: { tenant_id: tenantId, environment, module, period, level },
  };
}
