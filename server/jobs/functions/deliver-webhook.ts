import { MAX_TRIES } from "@/server/domain/webhooks/retry-schedule";
import type { JobFunction } from "@/server/jobs/job-kit";
import { WEBHOOK_DUE } from "@/server/services/jobs/job-events";
import { findDeliveryCtx } from "@/server/services/jobs/make-job-ctx";
import { type AttemptOutcome, attemptDelivery } from "@/server/services/webhooks/attempt-delivery";
import { findEndpointReaders, mailDisabled } from "@/server/services/webhooks/mail-disabled";

/** Deliveries at a time in one process; they mostly wait for receivers. */
const CONCURRENCY = 20;

/** One delivery of one event to one endpoint: ten tries over about three days. */
export const deliverWebhook: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    {
      id: "deliver-webhook",
      name: "Deliver a webhook",
      retries: 4,
      concurrency: CONCURRENCY,
      triggers: [{ event: WEBHOOK_DUE }],
    },
    async ({ event, step }) => {
      const { tenant_id: tenantId, delivery_id: deliveryId } = event.data as { tenant_id: string; delivery_id: string };
      for (let number = 1, round = 0; number <= MAX_TRIES; round++) {
        const outcome = await step.run(`try-${number}.${round}`, async (): Promise<AttemptOutcome> => {
          const ctx = await findDeliveryCtx(adapters, tenantId, deliveryId);
          return ctx ? attemptDelivery(ctx, { deliveryId, number }) : { over: true, status: "failed" };
        });
        if (outcome.over && outcome.status === "disabled") {
          const readers = await step.run("readers", () => findEndpointReaders(adapters, tenantId));
          for (const reader of readers)
            await step.run(`mail-${reader}`, () => mailDisabled(adapters, { tenantId, deliveryId, reader }));
        }
        if (outcome.over) return outcome.status;
        await step.sleep(`wait-${number}.${round}`, outcome.waitSeconds * 1000);
        if (!outcome.again) number++;
      }
      return "failed";
    },
  );
