import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CreditDialog } from "@/components/backoffice/billing/credit-dialog";
import { FileLinks } from "@/components/dashboard/billing/file-links";
import { InvoiceSheet } from "@/components/dashboard/billing/invoice-sheet";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Invoice" };

export default async function OperatorInvoicePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const api = await caller();
  const invoice = await api.operatorBilling.invoice({ id }).catch((error: { code?: string }) => {
    if (error.code === "NOT_FOUND") notFound();
    throw error;
  });
  const credits = invoice.kind === "invoice" && (
    <CreditDialog invoiceId={id} number={String(invoice.number)} currency={invoice.currency} />
  );
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        eyebrow={
          <a href="/operator/invoices" className="hover:underline">
            Invoices
          </a>
        }
        title={`${invoice.kind === "invoice" ? "Invoice" : "Credit note"} ${invoice.number}`}
        actions={
          <>
            <FileLinks at={`/operator/invoices/${id}`} />
            {credits}
          </>
        }
      />
      <InvoiceSheet invoice={invoice} />
    </div>
  );
}
