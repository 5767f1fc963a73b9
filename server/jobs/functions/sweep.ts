import type { JobFunction } from "@/server/jobs/job-kit";
import { sweepExecutor } from "@/server/services/jobs/sweep-executor";
import { sweepPeople } from "@/server/services/people/sweep-people";
import { sweepTraffic } from "@/server/services/requests/sweep-traffic";

/** Every hour: rows that can no longer matter are removed. */
export const sweep: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    { id: "sweep", name: "Sweep", concurrency: 1, triggers: [{ cron: "17 * * * *" }] },
    async ({ step }) => {
      const traffic = await step.run("traffic", () => sweepTraffic(adapters));
      const runs = await step.run("executor", () => sweepExecutor(adapters));
      const people = await step.run("people", () => sweepPeople(adapters));
      return { ...traffic, runs, people };
    },
  );
