import { runsOf, type Weight } from "@/server/adapters/pdf/invoice-fonts";
import type { InvoiceLineView, InvoiceView } from "@/server/contract/invoices";
import { groupDigits } from "@/server/domain/billing/currency";

type Document = PDFKit.PDFDocument;

/** Points; A4 is 595.28 by 841.89. */
const PAGE = { left: 56, right: 539, top: 56, foot: 796, bottom: 760 } as const;
const COLOUR = { ink: "#171a26", muted: "#5b6072", line: "#d9dce5", accent: "#4f46e5" } as const;
const LINE = 26;
/** Digits of one width (OpenType `tnum`), so that columns stand. */
const TABULAR: PDFKit.Mixins.OpenTypeFeatures[] = ["tnum"];
/** Right edges of the columns of numbers. */
const COLUMN = { quantity: 355, price: 420, discount: 470, amount: PAGE.right } as const;

interface Text {
  readonly size?: number;
  readonly weight?: Weight;
  readonly colour?: string;
  /** The text ends at `x` instead of beginning there. */
  readonly end?: boolean;
}

function put(document: Document, text: string, x: number, y: number, style: Text = {}): void {
  const { size = 9, weight = "regular", colour = COLOUR.ink, end = false } = style;
  const runs = runsOf(text, weight);
  const widths = runs.map((run) =>
    document.font(run.font).fontSize(size).widthOfString(run.text, { features: TABULAR }),
  );
  let at = end ? x - widths.reduce((sum, width) => sum + width, 0) : x;
  for (const [index, run] of runs.entries()) {
    document
      .font(run.font)
      .fontSize(size)
      .fillColor(colour)
      .text(run.text, at, y, { lineBreak: false, features: TABULAR });
    at += widths[index];
  }
}

function rule(document: Document, y: number, colour: string = COLOUR.line): void {
  document.moveTo(PAGE.left, y).lineTo(PAGE.right, y).lineWidth(0.6).strokeColor(colour).stroke();
}

/** Draws every page of an invoice or credit note. */
export function layInvoiceOut(document: Document, invoice: InvoiceView): void {
  let y = head(document, invoice);
  y = columnHeads(document, y);
  for (const line of invoice.lines) {
    if (y + LINE > PAGE.bottom) {
      document.addPage();
      y = columnHeads(document, PAGE.top);
    }
    row(document, line, y);
    y += LINE;
  }
  if (y + 70 > PAGE.bottom) {
    document.addPage();
    y = PAGE.top;
  }
  foot(document, invoice, y);
  numberPages(document, invoice);
}

function head(document: Document, invoice: InvoiceView): number {
  mark(document, PAGE.left, PAGE.top);
  const title = invoice.kind === "invoice" ? "Invoice" : "Credit note";
  put(document, title, PAGE.right, PAGE.top, { size: 20, weight: "strong", end: true });
  const { name, country, email } = invoice.issued_to;
  const [issuer, ...address] = invoice.issued_by.split(",").map((part) => part.trim());
  put(document, issuer, PAGE.left + 30, PAGE.top + 4, { size: 13, weight: "strong" });
  put(document, address.join(", "), PAGE.left, PAGE.top + 30, { size: 8, colour: COLOUR.muted });
  const left = [name, country, email];
  const right = [
    ["Number", invoice.number ?? "–"],
    ["Date", (invoice.issued_at ?? "").slice(0, 10)],
    ["Month", invoice.month],
    ...(invoice.corrects === null ? [] : [["Corrects", invoice.corrects]]),
  ];
  const y = PAGE.top + 62;
  put(document, "For", PAGE.left, y, { size: 8, colour: COLOUR.muted });
  left.forEach((text, i) => {
    put(
      document,
      text,
      PAGE.left,
      y + 14 + i * 14,
      i === 0 ? { size: 10, weight: "strong" } : { colour: COLOUR.muted },
    );
  });
  right.forEach(([label, text], i) => {
    put(document, label, 400, y + i * 15, { colour: COLOUR.muted });
    put(document, text, PAGE.right, y + i * 15, { weight: i === 0 ? "strong" : "regular", end: true });
  });
  if (invoice.reason === null) return y + 92;
  put(document, "Reason", PAGE.left, y + 76, { size: 8, colour: COLOUR.muted });
  return wrapped(document, invoice.reason, y + 90) + 20;
}

/** Text over several lines of the page's width; answers where it ends. */
function wrapped(document: Document, text: string, from: number): number {
  let y = from;
  let line = "";
  const width = (words: string) =>
    runsOf(words, "regular").reduce(
      (sum, run) => sum + document.font(run.font).fontSize(9).widthOfString(run.text, { features: TABULAR }),
      0,
    );
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (width(longer) <= PAGE.right - PAGE.left) line = longer;
    else {
      put(document, line, PAGE.left, y);
      y += 13;
      line = word;
    }
  }
  put(document, line, PAGE.left, y);
  return y + 13;
}

/** The product's mark: a frame around a tick (components/ui/logo.tsx). */
function mark(document: Document, x: number, y: number): void {
  document
    .save()
    .translate(x, y)
    .scale(22 / 24)
    .strokeColor(COLOUR.accent)
    .lineCap("round")
    .lineJoin("round");
  const frame = "M3 8V6a3 3 0 0 1 3-3h2M16 3h2a3 3 0 0 1 3 3v2M21 16v2a3 3 0 0 1-3 3h-2M8 21H6a3 3 0 0 1-3-3v-2";
  document.path(frame).lineWidth(2).stroke();
  document.path("m7.5 12.2 3 3 6-6.4").lineWidth(2.4).stroke();
  document.restore();
}

function columnHeads(document: Document, y: number): number {
  const style = { size: 8, colour: COLOUR.muted } as const;
  put(document, "What", PAGE.left, y, style);
  put(document, "Calls", COLUMN.quantity, y, { ...style, end: true });
  put(document, "Price", COLUMN.price, y, { ...style, end: true });
  put(document, "Discount", COLUMN.discount, y, { ...style, end: true });
  put(document, "Amount", COLUMN.amount, y, { ...style, end: true });
  rule(document, y + 14);
  return y + 14;
}

function row(document: Document, line: InvoiceLineView, y: number): void {
  const top = y + 4;
  put(document, line.description, PAGE.left, top);
  put(document, detailOf(line), PAGE.left, top + 11, { size: 7, colour: COLOUR.muted });
  const number = (text: string, x: number) => put(document, text, x, top, { end: true });
  if (line.quantity !== null) number(line.quantity.toLocaleString("en-GB"), COLUMN.quantity);
  if (line.unit_price !== null) number(line.unit_price, COLUMN.price);
  if (line.discount_percent !== null && line.discount_percent !== "0")
    number(`${line.discount_percent} %`, COLUMN.discount);
  number(groupDigits(line.amount), COLUMN.amount);
  rule(document, y + LINE);
}

/** `Pro plan, 1 to 15 September, from call 1,001`. */
function detailOf({ kind, plan, from, to, first_call }: InvoiceLineView): string {
  if (from === null || to === null) return "";
  const last = new Date(Date.parse(to) - 1).toISOString();
  const days = `${from.slice(0, 10)} to ${last.slice(0, 10)}`;
  const calls = first_call !== null && first_call > 1 ? `, from call ${first_call.toLocaleString("en-GB")}` : "";
  return kind === "fee" ? days : `${plan}, ${days}${calls}`;
}

function foot(document: Document, invoice: InvoiceView, from: number): void {
  const y = from + 16;
  const total = invoice.kind === "invoice" ? "Total" : "Given back";
  put(document, `${total} (${invoice.currency})`, 400, y + 2, { weight: "strong", size: 10 });
  put(document, groupDigits(invoice.total), PAGE.right, y, { end: true, weight: "strong", size: 13 });
  put(document, "No tax is added.", PAGE.right, y + 20, { end: true, size: 8, colour: COLOUR.muted });
  if (invoice.kind === "credit_note") return;
  const rounding = "Each module's amount is exact in millionths and rounded once, a half upwards; its lines share it.";
  put(document, rounding, PAGE.left, y + 36, { size: 7, colour: COLOUR.muted });
}

function numberPages(document: Document, invoice: InvoiceView): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    const style = { size: 7, colour: COLOUR.muted } as const;
    put(document, `${invoice.number}`, PAGE.left, PAGE.foot, style);
    put(document, `${page - start + 1} of ${count}`, PAGE.right, PAGE.foot, { ...style, end: true });
  }
}
