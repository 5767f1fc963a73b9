import { z } from "zod";

/**
 * An invoice or a credit note, as webhooks tell it. Amounts are decimal text in the currency; never binary fractions.
 */
const Amount = z.string().regex(/^-?\d+(\.\d+)?$/);

export const InvoiceLineView = z.object({
  kind: z.enum(["fee", "usage", "credit"]),
  description: z.string(),
  module: z.string().nullable(),
  part: z.string().nullable().describe("Within the workflow, the module that ran."),
  plan: z.string().nullable(),
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable().describe("The first instant that is not in it."),
  first_call: z.number().int().nullable().describe("Which call of the month is the line's first."),
  quantity: z.number().int().nullable(),
  discount_percent: z.string().nullable(),
  unit_price: Amount.nullable(),
  amount: Amount,
});
export type InvoiceLineView = z.infer<typeof InvoiceLineView>;

export const InvoiceView = z.object({
  invoice_id: z.string(),
  kind: z.enum(["invoice", "credit_note"]),
  number: z.string().nullable(),
  corrects: z.string().nullable().describe("Of a credit note: the number of the invoice that it corrects."),
  month: z.string(),
  issued_at: z.iso.datetime().nullable(),
  issued_by: z.string().describe("Name and address, with commas between the lines."),
  issued_to: z.object({ name: z.string(), country: z.string(), email: z.string() }),
  reason: z.string().nullable(),
  currency: z.string(),
  lines: z.array(InvoiceLineView),
  total: Amount.describe("Without taxes: none are added. What a credit note gives back is below zero."),
});
export type InvoiceView = z.infer<typeof InvoiceView>;

const emptyLine = {
  module: null,
  part: null,
  plan: null,
  from: null,
  to: null,
  first_call: null,
  quantity: null,
  discount_percent: null,
  unit_price: null,
};

export const invoiceExample = {
  invoice_id: "inv_01jd3v7m4ke8t",
  kind: "invoice",
  number: "VF-2026-000001",
  corrects: null,
  month: "2026-01",
  issued_at: "2026-02-01T00:17:00Z",
  issued_by: "veriFlow",
  issued_to: { name: "Shop", country: "FRA", email: "support@shop.example" },
  reason: null,
  currency: "USD",
  lines: [
    {
      ...emptyLine,
      kind: "usage",
      description: "Document OCR",
      module: "ocr",
      plan: "Pro",
      from: "2026-01-01T00:00:00Z",
      to: "2026-02-01T00:00:00Z",
      first_call: 1,
      quantity: 100,
      discount_percent: "0",
      unit_price: "0.12",
      amount: "12.00",
    },
  ],
  total: "12.00",
} satisfies InvoiceView;

export const creditNoteExample = {
  ...invoiceExample,
  invoice_id: "inv_01jd3w2n8mf4p",
  kind: "credit_note",
  number: "VC-2026-000001",
  corrects: "VF-2026-000001",
  reason: "Answers were slow on 12 January.",
  lines: [{ ...emptyLine, kind: "credit", description: "Credit", amount: "-2.00" }],
  total: "-2.00",
} satisfies InvoiceView;
