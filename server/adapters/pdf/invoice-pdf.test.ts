import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { invoicePdf } from "@/server/adapters/pdf/invoice-pdf";
import { creditNoteExample, type InvoiceView, invoiceExample } from "@/server/contract/invoices";

async function textOf(invoice: InvoiceView): Promise<string[]> {
  const document = await getDocumentProxy(Uint8Array.from(await invoicePdf(invoice)));
  return (await extractText(document)).text.map((page) => page.replace(/\s+/g, " "));
}

test("an invoice's PDF can be searched for everything that stands on it, in the scripts of Europe", async () => {
  const name = "Ζωή Банк Łódź Việt";
  const [page, ...more] = await textOf({
    ...invoiceExample,
    issued_by: "Example SAS, 75001 Paris",
    issued_to: { ...invoiceExample.issued_to, name },
  });
  expect(more).toEqual([]);
  const shown = ["Invoice", "Example SAS", "VF-2026-000001", "2026-02-01", "Document OCR", "0.12", "12.00", "(USD)"];
  for (const text of [...name.split(" "), ...shown]) expect(page).toContain(text);
});

test("a long invoice goes over pages that are counted, each with the heads of its columns and no line lost", async () => {
  const lines = Array.from({ length: 60 }, (_, i) => ({ ...invoiceExample.lines[0], amount: `${1_000 + i}.00` }));
  const pages = await textOf({ ...invoiceExample, lines });
  expect(pages).toHaveLength(3);
  pages.forEach((page, i) => {
    expect(page).toContain(`${i + 1} of 3`);
    expect(page).toContain("Amount");
  });
  for (let i = 0; i < 60; i++) expect(pages.join()).toContain(`1,0${String(i).padStart(2, "0")}.00`);
});

test("a credit note says what it corrects and why; the same document gives the same bytes", async () => {
  const [page] = await textOf(creditNoteExample);
  for (const text of ["Credit note", "VC-2026-000001", "VF-2026-000001", "Answers were slow", "-2.00"])
    expect(page).toContain(text);
  const twice = await Promise.all([invoicePdf(creditNoteExample), invoicePdf(creditNoteExample)]);
  expect(Buffer.compare(twice[0], twice[1])).toBe(0);
});
