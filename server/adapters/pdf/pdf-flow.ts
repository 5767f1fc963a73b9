import PDFDocument from "pdfkit";
import { fontFiles, runsOf, type Weight } from "@/server/adapters/pdf/invoice-fonts";

/** Points; A4 is 595.28 by 841.89. */
const PAGE = { left: 56, right: 539, top: 56, bottom: 770 } as const;
const COLOUR = { ink: "#171a26", muted: "#5b6072", line: "#d9dce5" } as const;

interface Style {
  readonly size?: number;
  readonly weight?: Weight;
  readonly muted?: boolean;
}

/** A PDF of A4 pages that is written from top to bottom; text wraps, tables break between rows. */
export class PdfFlow {
  readonly #document: PDFKit.PDFDocument;
  readonly #whole: Promise<Uint8Array>;
  #y: number = PAGE.top;

  constructor(title: string, at: Date) {
    const info = { Title: title, Author: "veriFlow", Producer: "veriFlow", CreationDate: at, ModDate: at };
    this.#document = new PDFDocument({ size: "A4", margin: 0, lang: "en", displayTitle: true, info });
    for (const weight of ["regular", "strong"] as const)
      for (const { name, bytes } of fontFiles(weight))
        this.#document.registerFont(name, bytes as unknown as ArrayBuffer);
    const chunks: Buffer[] = [];
    this.#whole = new Promise((done, failed) => {
      this.#document.on("data", (chunk: Buffer) => chunks.push(chunk));
      this.#document.on("end", () => done(Buffer.concat(chunks)));
      this.#document.on("error", failed);
    });
  }

  finish(): Promise<Uint8Array> {
    this.#document.end();
    return this.#whole;
  }

  heading(text: string): void {
    this.#y += 14;
    this.text(text, { size: 12, weight: "strong" });
    this.#y += 2;
  }

  text(text: string, style: Style = {}): void {
    this.#y = this.#column(text, PAGE.left, PAGE.right - PAGE.left, this.#y, style);
  }

  /** Label and value side by side. */
  fact(label: string, value: string): void {
    this.row([
      { text: label, width: 0.25, muted: true },
      { text: value, width: 0.75 },
    ]);
  }

  /** Cells by their share of the width, each wrapped on its own; a row is never torn apart. */
  row(cells: readonly (Style & { readonly text: string; readonly width: number })[]): void {
    const width = PAGE.right - PAGE.left;
    const heights = cells.map((cell) => this.#lines(cell.text, cell.width * width - 8, cell).length * heightOf(cell));
    const height = Math.max(...heights);
    if (this.#y + height > PAGE.bottom) this.#turn();
    let x: number = PAGE.left;
    for (const cell of cells) {
      this.#column(cell.text, x, cell.width * width - 8, this.#y, cell);
      x += cell.width * width;
    }
    this.#y += height + 3;
  }

  rule(): void {
    this.#document
      .moveTo(PAGE.left, this.#y)
      .lineTo(PAGE.right, this.#y)
      .lineWidth(0.6)
      .strokeColor(COLOUR.line)
      .stroke();
    this.#y += 5;
  }

  #turn(): void {
    this.#document.addPage();
    this.#y = PAGE.top;
  }

  #column(text: string, x: number, width: number, from: number, style: Style): number {
    let y = from;
    for (const line of this.#lines(text, width, style)) {
      if (y + heightOf(style) > PAGE.bottom) {
        this.#turn();
        y = this.#y;
      }
      this.#put(line, x, y, style);
      y += heightOf(style);
    }
    return y;
  }

  #put(text: string, x: number, y: number, { size = 9, weight = "regular", muted = false }: Style): void {
    let at = x;
    for (const run of runsOf(text, weight)) {
      this.#document
        .font(run.font)
        .fontSize(size)
        .fillColor(muted ? COLOUR.muted : COLOUR.ink);
      this.#document.text(run.text, at, y, { lineBreak: false });
      at += this.#document.widthOfString(run.text);
    }
  }

  #widthOf(text: string, { size = 9, weight = "regular" }: Style): number {
    return runsOf(text, weight).reduce(
      (sum, run) => sum + this.#document.font(run.font).fontSize(size).widthOfString(run.text),
      0,
    );
  }

  /** Words on as many lines as they need; a word longer than a line (a hash) is cut. */
  #lines(text: string, width: number, style: Style): string[] {
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(/\s+/).flatMap((one) => this.#pieces(one, width, style))) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && this.#widthOf(longer, style) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  }

  #pieces(word: string, width: number, style: Style): string[] {
    if (this.#widthOf(word, style) <= width) return [word];
    const per = Math.max(1, Math.floor((word.length * width) / this.#widthOf(word, style)) - 1);
    return word.match(new RegExp(`.{1,${per}}`, "gu")) ?? [word];
  }
}

function heightOf({ size = 9 }: Style): number {
  return Math.round(size * 1.4);
}
