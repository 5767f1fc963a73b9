import { stripVTControlCharacters, styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Colours where the terminal has them; plain text in a pipe or with NO_COLOR. */
const coloured = process.stdout.isTTY === true && !process.env.NO_COLOR;

export function paint(style: Style, text: string): string {
  return coloured ? styleText(style, text) : text;
}

export const dim = (text: string): string => paint("dim", text);
export const bold = (text: string): string => paint("bold", text);

/** Text padded to a width as it is seen, colours not counted. */
export function pad(text: string, width: number, where: "left" | "right" = "right"): string {
  const gap = " ".repeat(Math.max(0, width - stripVTControlCharacters(text).length));
  return where === "right" ? text + gap : gap + text;
}

/** A bar of `width` cells filled to `share` (0–1), in eighths of a cell. */
export function bar(share: number, width: number, style: Style): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8);
  const full = "█".repeat(Math.floor(eighths / 8));
  const part = eighths % 8 === 0 ? "" : (" ▏▎▍▌▋▊▉"[eighths % 8] ?? "");
  return paint(style, full + part) + dim("░".repeat(width - full.length - part.length));
}

export function heading(text: string): void {
  console.log(`\n  ${bold(text)}`);
}

export function line(text = ""): void {
  console.log(text === "" ? "" : `  ${text}`);
}

/** One line that is written over until it is final; only the final one in a pipe. */
export function liveLine(): { show(text: string): void; finish(text?: string): void } {
  let shown = false;
  return {
    show(text) {
      if (!coloured) return;
      process.stdout.write(`\r\u001b[2K  ${text}`);
      shown = true;
    },
    finish(text) {
      if (shown) process.stdout.write("\r\u001b[2K");
      if (text !== undefined) line(text);
    },
  };
}
