import PDFDocument from "pdfkit";
import { fontFiles } from "@/server/adapters/pdf/invoice-fonts";
import { layInvoiceOut } from "@/server/adapters/pdf/invoice-layout";
import type { InvoiceView } from "@/server/contract/invoices";

/** An invoice or credit note as a PDF of A4 pages; the same invoice gives the same bytes. */
export async function invoicePdf(invoice: InvoiceView): Promise<Uint8Array> {
  const at = new Date(invoice.issued_at ?? 0);
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: "en",
    displayTitle: true,
    info: { Title: `${invoice.number}`, Author: "veriFlow", Producer: "veriFlow", CreationDate: at, ModDate: at },
  });
  for (const weight of ["regular", "strong"] as const)
    for (const { name, bytes } of fontFiles(weight)) document.registerFont(name, bytes as unknown as ArrayBuffer);
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((done, failed) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => done(Buffer.concat(chunks)));
    document.on("error", failed);
  });
  layInvoiceOut(document, invoice);
  document.end();
  return whole;
}
