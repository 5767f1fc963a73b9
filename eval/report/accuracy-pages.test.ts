import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { accuracyPages } from "@/eval/report/accuracy-pages";
import { writePage } from "@/eval/report/write-page";
import { ROOT } from "@/scripts/install.mjs";

const folder = path.join(ROOT, "docs", "accuracy");

describe("the pages of docs/accuracy", () => {
  it("are the files of eval/report/pages, one each", () => {
    const files = readdirSync(path.join(ROOT, "eval", "report", "pages")).map((file) => path.basename(file, ".ts"));
    expect(accuracyPages.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it.each(accuracyPages)("$id says what its measured figures say, and nothing else", (page) => {
    const figures = JSON.parse(readFileSync(path.join(folder, `${page.id}.json`), "utf8"));
    expect(readFileSync(path.join(folder, `${page.id}.md`), "utf8")).toBe(writePage(page, figures));
  });

  it("have no page without figures beside it", () => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
      expect(existsSync(path.join(folder, file.replace(/\.md$/, ".json")))).toBe(true);
    }
  });
});
