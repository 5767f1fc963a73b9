import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { expect, test } from "vitest";
import { emailDomain } from "@/server/domain/kya/email-address";

/**
 * Every regular expression of the server's code, read from its syntax tree, against texts that make a backtracking one
 * double its work with every character. One that did would not end before the test's time does.
 */
const FOLDERS = ["server", "app", "components/capture", "prisma/seed"];

function sources(): string[] {
  return FOLDERS.flatMap((folder) =>
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|spec|d)\.tsx?$|(^|\/)testing\//.test(file))
      .map((file) => join(folder, file)),
  );
}

interface Found {
  readonly pattern: string;
  readonly flags: string;
  readonly file: string;
}

function patternsOf(file: string): Found[] {
  const tree = parseSync(readFileSync(file, "utf8"), { syntax: "typescript", tsx: file.endsWith("x") });
  const found: Found[] = [];
  JSON.stringify(tree, (_, node) => {
    if (node?.type === "RegExpLiteral") found.push({ pattern: node.pattern, flags: node.flags, file });
    return node;
  });
  return found;
}

/** Runs of what patterns like to repeat, each with an end that does not fit. */
function attacks(pattern: string): string[] {
  const literal = pattern.replace(/\\.|[[\](){}?*+^$|.]/g, "").slice(0, 4);
  const runs = [
    "a",
    "0",
    " ",
    "A",
    "-",
    ".",
    "a.",
    "a@",
    "/a",
    "a=",
    "<",
    "<<",
    "\t",
    "\n",
    "_",
    "%20",
    "é",
    "1,",
    "aA0",
    `${literal}`,
  ];
  return runs
    .filter((run) => run !== "")
    .flatMap((run) => [`${run.repeat(3_000)}\u0001`, `${run.repeat(30)}!${run.repeat(3_000)}\u0001`]);
}

test("no pattern of ours makes a text of a few thousand characters into an endless task", () => {
  const found = sources().flatMap(patternsOf);
  expect(found.length).toBeGreaterThan(100);
  const slow: string[] = [];
  for (const { pattern, flags, file } of found) {
    const expression = new RegExp(pattern, flags.replace(/[gy]/g, ""));
    const started = process.cpuUsage();
    for (const text of attacks(pattern)) expression.test(text);
    const { user } = process.cpuUsage(started);
    // Forty texts of thousands of characters: quadratic ones take milliseconds each, exponential ones do not come back.
    if (user > 3_000_000) slow.push(`${file}: /${pattern}/`);
  }
  expect(slow).toEqual([]);
});

test("neither does one that is put together from text", () => {
  for (const run of ["a", "a.", "-", "a-", "é.", "a@", "0."]) {
    for (const text of [`${run.repeat(5_000)}@x.example`, `x@${run.repeat(120)}!`, `x@${run.repeat(5_000)}`])
      emailDomain(text);
  }
  expect(emailDomain("a@b.example")).toBe("b.example");
});
