import type { JobFunction } from "@/server/jobs/job-kit";
import { sweepOrphans } from "@/server/services/privacy/sweep-orphans";
import { listSweptTenants, sweepRetention } from "@/server/services/privacy/sweep-retention";

/** Every hour: what a tenant's retention no longer allows is removed, and objects that belong to nothing. */
export const enforceRetention: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    { id: "enforce-retention", name: "Enforce retention", concurrency: 1, triggers: [{ cron: "37 * * * *" }] },
    async ({ step }) => {
      const tenants = await step.run("tenants", () => listSweptTenants(adapters));
      for (const tenantId of tenants) {
        await step.run(`tenant-${tenantId}`, () => sweepRetention(adapters, tenantId));
        await step.run(`orphans-${tenantId}`, () => sweepOrphans(adapters, tenantId));
      }
      return { tenants: tenants.length };
    },
  );
