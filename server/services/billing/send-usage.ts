import type { Adapters, MeterSink } from "@/server/services/ports";

const BATCH = 200;

/**
 * Sends reports that the billing service has not taken yet, the oldest first and one after the other (it takes one call
 * at a time of a customer's meter). What was taken is noted at once, so that a crash repeats one at most, under the
 * same id. AppError `unavailable` where the service does not take them now; `more` says whether some are left.
 */
export async function sendUsage(
  ctx: Pick<Adapters, "database" | "clock" | "log"> & { readonly meters: MeterSink },
): Promise<{ readonly sent: number; readonly refused: number; readonly more: boolean }> {
  const pending = await ctx.database.asPlatform((tx) =>
    tx.meterReport.findMany({
      where: { status: "pending" },
      orderBy: [{ created_at: "asc" }, { id: "asc" }],
      take: BATCH,
    }),
  );
  let refused = 0;
  for (const { id, event_name: eventName, customer_id: customerId, value, at, tenant_id } of pending) {
    const note = (data: { status?: string; sent_at?: Date; error?: string }) =>
      ctx.database.asPlatform((tx) =>
        tx.meterReport.update({ where: { id }, data: { ...data, attempts: { increment: 1 } } }),
      );
    try {
      const answer = await ctx.meters.send({ id, eventName, customerId, value, at });
      if ("taken" in answer) await note({ status: "sent", sent_at: ctx.clock.now() });
      else {
        refused++;
        await note({ status: "refused", error: answer.refused });
        ctx.log.error({ report: id, tenant_id, reason: answer.refused }, "the billing service refused usage");
      }
    } catch (error) {
      await note({});
      throw error;
    }
  }
  return { sent: pending.length - refused, refused, more: pending.length === BATCH };
}
