import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FileLinks } from "@/components/dashboard/billing/file-links";
import { InvoiceSheet } from "@/components/dashboard/billing/invoice-sheet";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Invoice" };

export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const api = await caller();
  const invoice = await api.billing.invoice({ id }).catch((error: { code?: string }) => {
    if (error.code === "NOT_FOUND") notFound();
    throw error;
  });
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        eyebrow={
          <a href="/dashboard/billing" className="hover:underline">
            Billing
          </a>
        }
        title={`${invoice.kind === "invoice" ? "Invoice" : "Credit note"} ${invoice.number}`}
        actions={<FileLinks at={`/dashboard/billing/${id}`} />}
      />
      <InvoiceSheet invoice={invoice} />
    </div>
  );
}
