/** `npm run docs`: writes what the documentation takes from the code, and from the figures that were measured. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accuracyPages } from "@/eval/report/accuracy-pages";
import { writePage } from "@/eval/report/write-page";
import { withPriceTable } from "@/scripts/docs/price-table";
import { reference } from "@/scripts/docs/reference";
import { ROOT } from "@/scripts/install.mjs";

function write(file: string, text: string): void {
  writeFileSync(join(ROOT, "docs", file), text);
  console.log(`docs/${file}`);
}

write("billing.md", withPriceTable(readFileSync(join(ROOT, "docs", "billing.md"), "utf8")));
write("reference.md", `${reference()}\n`);
for (const page of accuracyPages) {
  const figures = join(ROOT, "docs", "accuracy", `${page.id}.json`);
  if (existsSync(figures)) write(`accuracy/${page.id}.md`, writePage(page, JSON.parse(readFileSync(figures, "utf8"))));
}
