import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "@/scripts/install.mjs";

const below = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file}`);
const PAGES = ["README.md", ...below("docs"), ...below("models"), "scripts/specimens/README.md"];
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found);
const isThere = (path: string) => existsSync(join(ROOT, path));

/** Headings as GitHub addresses them. */
const anchorsOf = (page: string) =>
  all(read(page), /^#+ (.*)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

function isBroken(page: string, link: string): boolean {
  const [file, anchor] = link.split("#");
  const target = file ? join(dirname(page), file) : page;
  if (!isThere(target)) return true;
  return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).includes(anchor);
}

describe.each(PAGES)("%s", (page) => {
  const text = read(page);

  test("leads nowhere that is not there", () => {
    const links = all(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => isBroken(page, link))).toEqual([]);
  });

  // Not those of public/: the build writes them.
  test("names files and folders that are there", () => {
    const named = all(text, /`((?:app|bench|components|docs|e2e|eval|models|prisma|scripts|server)\/[^`\s*<>…{}]*)`/g);
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  test("gives commands that can be run", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    expect(all(text, /npm run (?:-s )?([a-z][\w-]*)/g).filter((name) => !(name in scripts))).toEqual([]);
    expect(all(text, /npx tsx ([\w./-]+\.ts)/g).filter((file) => !isThere(file))).toEqual([]);
  });
});

test("every guide can be reached from the README", () => {
  const guides = PAGES.filter((page) => /^docs\/[^/]+\.md$/.test(page));
  expect(guides.filter((guide) => !read("README.md").includes(`(${guide})`))).toEqual([]);
});

test("the README's map has every folder of the project", () => {
  const [map] = all(read("README.md"), /```\n(app\/[\s\S]*?)```/g);
  const kept = new Set(
    readdirSync(ROOT, { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() && !/^\.|^node_modules$|^test-results$|^playwright-report$|^coverage$/.test(entry.name),
      )
      .map((entry) => `${entry.name}/`),
  );
  expect([...kept].filter((folder) => !map.includes(folder))).toEqual([]);
});

test("the guide to durable functions lists all of them", () => {
  const files = readdirSync(join(ROOT, "server/jobs/functions")).filter((file) => !/test|index/.test(file));
  const page = read("docs/durable-functions.md");
  expect(files.filter((file) => !page.includes(`| \`${file.replace(".ts", "")}\` |`))).toEqual([]);
});
