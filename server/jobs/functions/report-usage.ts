import { RetryAfterError } from "inngest";
import { AppError } from "@/server/contract/errors";
import type { JobFunction } from "@/server/jobs/job-kit";
import { gatherUsage } from "@/server/services/billing/gather-usage";
import { sendUsage } from "@/server/services/billing/send-usage";

/** Rounds of one run; what is left waits for the next. */
const MAX_ROUNDS = 50;

/** Every five minutes: billed calls are told to the billing service, where one is configured. */
export const reportUsage: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    { id: "report-usage", name: "Report usage", concurrency: 1, retries: 4, triggers: [{ cron: "*/5 * * * *" }] },
    async ({ step }) => {
      const { meters } = adapters;
      if (!meters) return { off: true };
      const ctx = { ...adapters, meters };
      for (let round = 1; round <= MAX_ROUNDS; round++) {
        const { more } = await step.run(`gather-${round}`, () => gatherUsage(ctx));
        if (!more) break;
      }
      for (let round = 1; round <= MAX_ROUNDS; round++) {
        const { more } = await step.run(`send-${round}`, () => sendUsage(ctx).catch(laterIfAsked));
        if (!more) break;
      }
      return { off: false };
    },
  );

/** Comes back when the service said that it may. */
function laterIfAsked(error: unknown): never {
  if (error instanceof AppError && error.retryAfterSeconds)
    throw new RetryAfterError(error.code, error.retryAfterSeconds * 1000);
  throw error;
}
