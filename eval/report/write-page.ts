import type { AccuracyPage } from "@/eval/report/types";

/** The whole text of a page from its figures. */
export function writePage(page: AccuracyPage, figures: unknown): string {
  return [
    `# ${page.title}`,
    `Written by \`npm run eval -- report ${page.id} --data DIR\`, figures and text; \`npm run docs\` writes the text anew from the figures in [${page.id}.json](${page.id}.json). What is measured, on what, and what it does not say: [accuracy](../accuracy.md).`,
    page.write(figures).trim(),
  ]
    .join("\n\n")
    .concat("\n");
}
