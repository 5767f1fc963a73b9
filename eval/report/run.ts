import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { accuracyPages } from "@/eval/report/accuracy-pages";
import { runJson } from "@/eval/report/run-json";
import { writePage } from "@/eval/report/write-page";
import { ROOT } from "@/scripts/install.mjs";

/** `npm run eval -- report [page …] --data DIR`: measures anew what the pages of `docs/accuracy/` state, and writes them. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: { data: { type: "string" } }, allowPositionals: true });
  const known = accuracyPages.map(({ id }) => id);
  const unknown = positionals.find((id) => !known.includes(id));
  if (!values.data || unknown !== undefined) {
    throw new Error(`Say what to measure, and where the pictures are: report [${known.join(" | ")}] --data DIR`);
  }
  const data = path.resolve(values.data);
  const folder = path.join(ROOT, "docs", "accuracy");
  mkdirSync(folder, { recursive: true });
  for (const page of accuracyPages) {
    if (positionals.length > 0 && !positionals.includes(page.id)) continue;
    const figures = await page.measure({
      data,
      evaluate: (what) => runJson("eval/index.ts", what),
      bench: (what) => runJson("bench/index.ts", what),
    });
    writeFileSync(path.join(folder, `${page.id}.json`), `${JSON.stringify(figures, null, 2)}\n`);
    writeFileSync(path.join(folder, `${page.id}.md`), writePage(page, figures));
    console.log(`docs/accuracy/${page.id}.md`);
  }
}
