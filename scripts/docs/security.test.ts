import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "@/scripts/install.mjs";

test("every test that docs/security.md names is there", () => {
  const page = readFileSync(join(ROOT, "docs", "security.md"), "utf8");
  const named = [...page.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`/g)].map(([, file]) => file);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test("every page that the README and the guides link to is there", () => {
  for (const page of ["README.md", "docs/operations.md", "docs/deployment.md"]) {
    const folder = page.startsWith("docs/") ? join(ROOT, "docs") : ROOT;
    const links = [...readFileSync(join(ROOT, page), "utf8").matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/g)].map(
      ([, to]) => to,
    );
    expect(
      links.filter((to) => !existsSync(join(folder, to))),
      page,
    ).toEqual([]);
  }
});
