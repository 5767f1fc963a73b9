import type { Adapters } from "@/server/services/ports";

export interface MeterRow {
  readonly tenantId: string;
  readonly name: string;
  readonly customerId: string | null;
  readonly sent: number;
  readonly pending: number;
  readonly refused: number;
  readonly lastError: string | null;
}

export interface Meters {
  /** Whether a billing service is configured. */
  readonly on: boolean;
  readonly tenants: readonly MeterRow[];
}

/** How far usage was told to the billing service outside, tenant by tenant. */
export async function readMeters({ database, meters }: Pick<Adapters, "database" | "meters">): Promise<Meters> {
  const tenants = await database.asPlatform(
    (tx) => tx.$queryRaw<MeterRow[]>`
      SELECT t.id AS "tenantId", t.name, t.stripe_customer_id AS "customerId",
        count(r.id) FILTER (WHERE r.status = 'sent')::int AS sent,
        count(r.id) FILTER (WHERE r.status = 'pending')::int AS pending,
        count(r.id) FILTER (WHERE r.status = 'refused')::int AS refused,
        (SELECT error FROM meter_report e WHERE e.tenant_id = t.id AND e.status = 'refused' ORDER BY e.created_at DESC LIMIT 1)
          AS "lastError"
      FROM tenant t LEFT JOIN meter_report r ON r.tenant_id = t.id GROUP BY t.id ORDER BY t.created_at, t.id`,
  );
  return { on: meters !== undefined, tenants };
}
