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

/**
 * OWASP ASVS 5.0.0: requirements of levels 1 and 2 by section, as `section: [numbers]`; those of level 3 are left out.
 */
const LEVEL_2: Readonly<Record<string, string>> = {
  "1.1": "1-2",
  "1.2": "1-9",
  "1.3": "1-11",
  "1.4": "1-3",
  "1.5": "1-2",
  "2.1": "1-3",
  "2.2": "1-3",
  "2.3": "1-4",
  "2.4": "1-1",
  "3.2": "1-2",
  "3.3": "1-4",
  "3.4": "1-6",
  "3.5": "1-5",
  "3.7": "1-2",
  "4.1": "1-3",
  "4.2": "1-1",
  "4.3": "1-2",
  "4.4": "1-4",
  "5.1": "1-1",
  "5.2": "1-3",
  "5.3": "1-2",
  "5.4": "1-3",
  "6.1": "1-3",
  "6.2": "1-12",
  "6.3": "1-4",
  "6.4": "1-4",
  "6.5": "1-5",
  "6.6": "1-3",
  "6.8": "1-4",
  "7.1": "1-3",
  "7.2": "1-4",
  "7.3": "1-2",
  "7.4": "1-5",
  "7.5": "1-2",
  "7.6": "1-2",
  "8.1": "1-2",
  "8.2": "1-3",
  "8.3": "1-1",
  "8.4": "1-1",
  "11.1": "1-2",
  "11.2": "1-3",
  "11.3": "1-3",
  "11.4": "1-4",
  "11.5": "1-1",
  "11.6": "1-1",
  "12.1": "1-3",
  "12.2": "1-2",
  "12.3": "1-4",
  "14.1": "1-2",
  "14.2": "1-4",
  "14.3": "1-3",
  "16.1": "1-1",
  "16.2": "1-5",
  "16.3": "1-4",
  "16.4": "1-3",
  "16.5": "1-3",
};

test("every ASVS requirement up to level 2 stands in the table once, with a test, a mark or a plain no", () => {
  const page = readFileSync(join(ROOT, "docs", "security.md"), "utf8");
  const rows = page
    .slice(page.indexOf("## OWASP ASVS"))
    .split("\n")
    .filter((line) => /^\| \d/.test(line));
  const listed = rows.flatMap((row) => row.split("|")[1].match(/\d+\.\d+\.\d+/g) ?? []);
  const wanted = Object.entries(LEVEL_2).flatMap(([section, range]) => {
    const [from, to] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => `${section}.${from + i}`);
  });
  expect(listed.sort()).toEqual(wanted.sort());
  const bare = rows.filter(
    (row) => !/`[\w./-]+\.(test|spec)\.ts`/.test(row) && !/⚑|✗|nothing|none|\(\w+\.md\)/.test(row),
  );
  expect(bare).toEqual([]);
});
