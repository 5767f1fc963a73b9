import { appendAudit } from "@/server/services/audit/append-audit";
import { type InvoiceRow, viewInvoice } from "@/server/services/billing/view-invoice";
import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Adapters, Ctx, Tx } from "@/server/services/ports";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/** Numbers read `VF-2026-000001`: one series a kind and year of issue. */
const SERIES = { invoice: "VF", credit_note: "VC" } as const;

/** The last step of a month's close: number, date, audit entry and webhook in one transaction, once. */
export async function issueInvoice(
  adapters: Adapters,
  { tenantId, invoiceId }: { readonly tenantId: string; readonly invoiceId: string },
): Promise<void> {
  const ctx = billingCtx(adapters, { tenantId, actor: "system", traceId: invoiceId });
  const events = await adapters.database.asPlatform(async (tx) => {
    const [row] = await tx.$queryRaw<{ status: string }[]>`
      SELECT status FROM invoice WHERE id = ${invoiceId} AND tenant_id = ${tenantId} FOR UPDATE`;
    return row?.status === "draft" ? issueDraft(ctx, tx, invoiceId) : [];
  });
  await sendEvents(ctx, events);
}

/** Billing is of live calls, and so are its webhooks. */
export function billingCtx(
  adapters: Adapters,
  of: { readonly tenantId: string; readonly actor: string; readonly traceId: string },
): Ctx {
  return { ...adapters, ...of, environment: "live" };
}

/** Issues a draft in the caller's (platform's) transaction. Send what it returns after the commit. */
export async function issueDraft(ctx: Ctx, tx: Tx, invoiceId: string): Promise<readonly JobEventToSend[]> {
  const now = ctx.clock.now();
  const draft = await tx.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  const kind = draft.kind as InvoiceRow["kind"];
  const number = await nextNumber(tx, `${SERIES[kind]}-${now.getUTCFullYear()}`);
  const invoice = await tx.invoice.update({
    where: { id: invoiceId },
    data: { status: "issued", number, issued_at: now },
    include: { lines: true },
  });
  const corrected = draft.corrects_id && (await tx.invoice.findUniqueOrThrow({ where: { id: draft.corrects_id } }));
  const data = viewInvoice(invoice, corrected ? corrected.number : null);
  const type = kind === "invoice" ? "invoice.issued" : "invoice.credited";
  const events = await writeOutbox(ctx, tx, { type, subjectId: invoiceId, data, key: await openTenantKey(ctx, tx) });
  const details = { number, month: draft.month, currency: draft.currency, total_minor: draft.total.toString() };
  await appendAudit(ctx, tx, { action: type, target: invoiceId, details });
  return events;
}

/** Held until the commit: whoever issues next waits, and a transaction that is taken back leaves no gap. */
async function nextNumber(tx: Tx, series: string): Promise<string> {
  const [{ last }] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO invoice_series (series, last) VALUES (${series}, 1)
    ON CONFLICT (series) DO UPDATE SET last = invoice_series.last + 1 RETURNING last`;
  return `${series}-${String(last).padStart(6, "0")}`;
}
