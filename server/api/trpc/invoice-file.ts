import { invoicePdf } from "@/server/adapters/pdf/invoice-pdf";
import { AppError } from "@/server/contract/errors";
import type { InvoiceView } from "@/server/contract/invoices";
import { invoiceCsv } from "@/server/domain/billing/invoice-csv";

const KINDS = {
  pdf: { type: "application/pdf", make: invoicePdf },
  csv: { type: "text/csv; charset=utf-8", make: async (invoice: InvoiceView) => Buffer.from(invoiceCsv(invoice)) },
} as const;

/** An invoice as a file to keep, named after its number; the refusal's status without words where there is none. */
export async function invoiceFile(kind: string, find: () => Promise<InvoiceView>): Promise<Response> {
  if (!Object.hasOwn(KINDS, kind)) return new Response(null, { status: 404 });
  const { type, make } = KINDS[kind as keyof typeof KINDS];
  try {
    const invoice = await find();
    return new Response(Buffer.from(await make(invoice)), {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${invoice.number}.${kind}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof AppError ? error.cause : error;
    if (cause instanceof AppError) return new Response(null, { status: cause.status });
    throw error;
  }
}
