import { InvoiceLines } from "@/components/dashboard/billing/invoice-lines";
import { dateTime } from "@/components/dashboard/format";
import { Card, CardBody } from "@/components/ui/card";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import type { InvoiceView } from "@/server/contract/invoices";

/** One invoice or credit note, as it stands on its PDF. */
export function InvoiceSheet({ invoice }: { invoice: InvoiceView }) {
  const facts: Description[] = [
    { term: "Number", detail: invoice.number, mono: true },
    ...(invoice.corrects === null ? [] : [{ term: "Corrects", detail: invoice.corrects, mono: true }]),
    { term: "Month", detail: invoice.month, mono: true },
    { term: "Issued (UTC)", detail: invoice.issued_at === null ? "–" : dateTime(invoice.issued_at) },
    { term: "By", detail: invoice.issued_by },
    { term: "For", detail: `${invoice.issued_to.name}, ${invoice.issued_to.country}, ${invoice.issued_to.email}` },
    ...(invoice.reason === null ? [] : [{ term: "Reason", detail: invoice.reason }]),
  ];
  return (
    <Card>
      <CardBody>
        <DescriptionList items={facts} />
      </CardBody>
      <div className="border-line border-t">
        <InvoiceLines label="Lines" lines={invoice.lines} total={invoice.total} currency={invoice.currency} />
      </div>
      <p className="border-line border-t px-5 py-4 text-muted text-sm">
        No tax is added. Each module's amount is exact in millionths and rounded once, a half upwards; its lines share
        it.
      </p>
    </Card>
  );
}
