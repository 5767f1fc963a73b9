import type { JobEventToSend } from "@/server/services/jobs/job-events";
import type { Ctx } from "@/server/services/ports";

/**
 * Hands events on after their transaction. What cannot be handed on now is in the database already, and the sweep finds
 * it: the request that caused it has succeeded.
 */
export async function sendEvents(
  ctx: Pick<Ctx, "events" | "log" | "traceId">,
  events: readonly JobEventToSend[],
): Promise<void> {
  for (const event of events) {
    try {
      await ctx.events.send(event);
    } catch (error) {
      const fields = { trace_id: ctx.traceId, event_id: event.id, error: (error as Error).name };
      ctx.log.error(fields, "event could not be handed on; the sweep will");
    }
  }
}
