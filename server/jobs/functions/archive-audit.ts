import { env } from "@/server/env";
import type { JobFunction } from "@/server/jobs/job-kit";
import { archiveAudit as archive } from "@/server/services/audit/archive-audit";
import { listSweptTenants } from "@/server/services/privacy/sweep-retention";

/** Every night, where `AUDIT_LOCK_DAYS` says for how long: what is new of each audit chain is locked in the bucket. */
export const archiveAudit: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    { id: "archive-audit", name: "Archive the audit", concurrency: 1, retries: 4, triggers: [{ cron: "23 2 * * *" }] },
    async ({ step }) => {
      const lockDays = env().AUDIT_LOCK_DAYS;
      if (!lockDays) return { off: true };
      const tenants = await step.run("chains", () => listSweptTenants(adapters));
      for (const chain of ["operator", ...tenants])
        await step.run(`chain-${chain}`, () => archive(adapters, { chain, lockDays }));
      return { chains: tenants.length + 1 };
    },
  );
