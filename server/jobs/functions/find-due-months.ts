import type { JobFunction } from "@/server/jobs/job-kit";
import { listDueMonths } from "@/server/services/billing/list-due-months";
import { monthDue } from "@/server/services/jobs/job-events";

/** Every hour: months that are over and not closed whole are started, those missed during a pause too. */
export const findDueMonths: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    { id: "find-due-months", name: "Find months to close", concurrency: 1, triggers: [{ cron: "7 * * * *" }] },
    async ({ step }) =>
      step.run("find", async () => {
        const due = await listDueMonths(adapters);
        const hour = adapters.clock.now().toISOString().slice(0, 13);
        for (const { tenantId, month } of due) await adapters.events.send(monthDue(tenantId, month, hour));
        return { due: due.length };
      }),
  );
