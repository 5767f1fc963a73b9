import type { Adapters, MeterSink } from "@/server/services/ports";

const CONNECTOR = "stripe";
/** Calls younger than this may still be in a transaction; none lasts so long. */
const SETTLED_MS = 5 * 60_000;
/** Usage events taken at once. */
const BATCH = 20_000;

/**
 * Gathers billed calls of tenants that the billing service knows into reports, from where it stopped: one a tenant,
 * module and hour. Cursor and reports are written in one transaction, so that each call is in one report. Answers how
 * many calls it looked at; fewer than asked for means that it is up to date.
 */
export async function gatherUsage(
  ctx: Pick<Adapters, "database" | "clock" | "ids"> & { readonly meters: MeterSink },
  batch: number = BATCH,
): Promise<{ readonly seen: number; readonly more: boolean }> {
  const now = ctx.clock.now();
  const settled = new Date(now.getTime() - SETTLED_MS);
  return ctx.database.asPlatform(async (tx) => {
    const start = { connector: CONNECTOR, at: now, event_id: "" };
    await tx.meterCursor.createMany({ data: [start], skipDuplicates: true });
    const [cursor] = await tx.$queryRaw<{ at: Date; event_id: string }[]>`
      SELECT at, event_id FROM meter_cursor WHERE connector = ${CONNECTOR} FOR UPDATE`;
    const events = await tx.$queryRaw<
      { id: string; created_at: Date; billed: boolean; tenant_id: string; module: string; customer: string | null }[]
    >`
      SELECT e.id, e.created_at, e.billed, e.tenant_id, e.module, t.stripe_customer_id AS customer
      FROM usage_event e JOIN tenant t ON t.id = e.tenant_id
      WHERE (e.created_at, e.id) > (${cursor.at}, ${cursor.event_id}) AND e.created_at < ${settled}
      ORDER BY e.created_at, e.id LIMIT ${batch}`;
    const groups = new Map<
      string,
      { tenant_id: string; event_name: string; customer_id: string; value: number; at: Date }
    >();
    for (const { created_at: at, billed, tenant_id, module, customer } of events) {
      if (!billed || customer === null) continue;
      const key = `${tenant_id} ${module} ${at.toISOString().slice(0, 13)}`;
      const before = groups.get(key)?.value ?? 0;
      const event_name = `${ctx.meters.eventPrefix}${module}`;
      groups.set(key, { tenant_id, event_name, customer_id: customer, value: before + 1, at });
    }
    const reports = [...groups.values()].map((group) => ({ ...group, id: ctx.ids.make("mtr"), created_at: now }));
    await tx.meterReport.createMany({ data: reports });
    const last = events.at(-1);
    if (last) {
      const data = { at: last.created_at, event_id: last.id };
      await tx.meterCursor.update({ where: { connector: CONNECTOR }, data });
    }
    return { seen: events.length, more: events.length === batch };
  });
}
