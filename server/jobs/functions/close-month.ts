import type { JobFunction } from "@/server/jobs/job-kit";
import { countMonth } from "@/server/services/billing/count-month";
import { issueInvoice } from "@/server/services/billing/issue-invoice";
import { sealMonth } from "@/server/services/billing/seal-month";
import { MONTH_DUE } from "@/server/services/jobs/job-events";

/** Few at a time: the calls of everybody who is working now go first. */
const CONCURRENCY = 2;

/** One tenant's month: sealed, counted, its invoice issued. Each step may be repeated; none does anything twice. */
export const closeMonth: JobFunction = ({ client, adapters }) =>
  client.createFunction(
    {
      id: "close-month",
      name: "Close a tenant's month",
      retries: 4,
      concurrency: CONCURRENCY,
      triggers: [{ event: MONTH_DUE }],
    },
    async ({ event, step }) => {
      const { tenant_id: tenantId, month } = event.data as { tenant_id: string; month: string };
      await step.run("seal", () => sealMonth(adapters, { tenantId, month }));
      const invoiceId = await step.run("count", async () => (await countMonth(adapters, { tenantId, month })) ?? null);
      if (invoiceId !== null) await step.run("issue", () => issueInvoice(adapters, { tenantId, invoiceId }));
      return { invoice_id: invoiceId };
    },
  );
