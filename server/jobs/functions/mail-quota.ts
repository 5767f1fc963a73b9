import type { JobFunction } from "@/server/jobs/job-kit";
import { QUOTA_REACHED, type QuotaMark } from "@/server/services/jobs/job-events";
import { findQuotaReaders, mailQuota as mail, noteQuotaMail } from "@/server/services/usage/mail-quota";

/**
 * Mails to those who look after a tenant's quota that most or all of it is used: a step each, so that none gets it
 * twice.
 */
export const mailQuota: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    { id: "mail-quota", name: "Mail about a quota", retries: 10, concurrency: 4, triggers: [{ event: QUOTA_REACHED }] },
    async ({ event, step }) => {
      const { tenant_id: tenantId, ...mark } = event.data as QuotaMark & { readonly tenant_id: string };
      const of = { tenantId, ...mark };
      const readers = await step.run("readers", () => findQuotaReaders(adapters, of));
      for (const reader of readers) await step.run(`mail-${reader}`, () => mail(adapters, of, reader));
      if (readers.length > 0) await step.run("note", () => noteQuotaMail(adapters, of));
      return { mails: readers.length };
    },
  );
