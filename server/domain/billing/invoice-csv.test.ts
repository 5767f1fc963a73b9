import { expect, test } from "vitest";
import { creditNoteExample, invoiceExample } from "@/server/contract/invoices";
import { groupDigits } from "@/server/domain/billing/currency";
import { invoiceCsv } from "@/server/domain/billing/invoice-csv";

test("each line of an invoice is a row with the same columns, amounts as they stand on it", () => {
  const [head, row, end] = invoiceCsv(invoiceExample).split("\r\n");
  expect(end).toBe("");
  expect(row.split(",")).toHaveLength(head.split(",").length);
  expect(row).toContain("VF-2026-000001,invoice,2026-01,");
  expect(row).toMatch(/,1,100,0,0\.12,12\.00,USD$/);
  expect(invoiceCsv(creditNoteExample)).toContain(",VF-2026-000001,1,Credit,,,,,,,,,,-2.00,USD");
});

test("names with commas, quotes or the beginnings of formulas stay one cell of text", () => {
  const named = (plan: string) => invoiceCsv({ ...invoiceExample, lines: [{ ...invoiceExample.lines[0], plan }] });
  expect(named('Pro, "big"')).toContain(',"Pro, ""big""",');
  expect(named("=SUM(A1)")).toContain(",'=SUM(A1),");
  expect(named("-cmd")).toContain(",'-cmd,");
});

test("amounts are grouped for people", () => {
  expect(["12.00", "1234.50", "-1234567.89", "999", "1000"].map(groupDigits)).toEqual([
    "12.00",
    "1,234.50",
    "-1,234,567.89",
    "999",
    "1,000",
  ]);
});
