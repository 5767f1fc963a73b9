import type { JobFunction } from "@/server/jobs/job-kit";
import { resendForgotten as resend } from "@/server/services/jobs/resend-forgotten";
import { resendQuotaMails } from "@/server/services/usage/resend-quota-mails";

/** Every minute: what was committed but whose event was lost is started. */
export const resendForgotten: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    { id: "resend-forgotten", name: "Start what was forgotten", concurrency: 1, triggers: [{ cron: "* * * * *" }] },
    async ({ step }) => {
      const started = await step.run("resend", () => resend(adapters));
      const quotaMails = await step.run("quota-mails", () => resendQuotaMails(adapters));
      return { ...started, quotaMails };
    },
  );
