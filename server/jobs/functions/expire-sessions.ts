import type { JobFunction } from "@/server/jobs/job-kit";
import { expireSessions as expire } from "@/server/services/sessions/expire-sessions";

/** Every minute: hosted sessions that ran out of time are ended and told. */
export const expireSessions: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    { id: "expire-sessions", name: "Expire hosted sessions", concurrency: 1, triggers: [{ cron: "* * * * *" }] },
    async ({ step }) => step.run("expire", async () => ({ expired: await expire(adapters) })),
  );
