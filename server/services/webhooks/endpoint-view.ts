import type { WebhookEndpoint } from "@/prisma/generated/client";

/** An endpoint as screens and services show it; the secret is shown once, when it is made. */
export interface EndpointView {
  readonly id: string;
  readonly url: string;
  /** Empty: every event. */
  readonly events: readonly string[];
  readonly status: "active" | "paused" | "disabled";
  readonly disabledReason: string | null;
  /** Deliveries to it at a time. */
  readonly maxConcurrency: number;
  /** One after the other, in the order of the events. */
  readonly ordered: boolean;
  /** Since when nothing arrives there; null while it works. */
  readonly failingSince: Date | null;
  /** Until when the secret before the last rotation still signs; null where none does. */
  readonly oldSecretUntil: Date | null;
  readonly createdAt: Date;
}

export function viewEndpoint(row: WebhookEndpoint, now: Date): EndpointView {
  return {
    id: row.id,
    url: row.url,
    events: row.events,
    status: row.status as EndpointView["status"],
    disabledReason: row.disabled_reason,
    maxConcurrency: row.max_concurrency,
    ordered: row.ordered,
    failingSince: row.failing_since,
    oldSecretUntil: row.old_secret_until && row.old_secret_until > now ? row.old_secret_until : null,
    createdAt: row.created_at,
  };
}
