import type { OperatorGrant } from "@/prisma/generated/client";

export interface GrantView {
  readonly id: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly operator: string;
  readonly reason: string;
  readonly hours: number;
  readonly status: "requested" | "granted" | "denied" | "ended" | "expired";
  readonly requestedAt: Date;
  readonly expiresAt: Date | null;
}

/** A request lapses after this time, as one for approval does. */
const GRANT_REQUEST_HOURS = 72;

export function viewGrant(row: OperatorGrant, operator: string, now: Date): GrantView {
  const asked = new Date(row.requested_at.getTime() + GRANT_REQUEST_HOURS * 3_600_000);
  const over = row.status === "granted" ? row.expires_at! <= now : row.status === "requested" && asked <= now;
  return {
    id: row.id,
    tenantId: row.tenant_id,
    userId: row.user_id,
    operator,
    reason: row.reason,
    hours: row.hours,
    status: over ? "expired" : (row.status as GrantView["status"]),
    requestedAt: row.requested_at,
    expiresAt: row.expires_at,
  };
}
