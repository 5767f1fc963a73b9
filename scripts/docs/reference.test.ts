import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reference } from "@/scripts/docs/reference";
import { ROOT } from "@/scripts/install.mjs";

test("docs/reference.md says what the code declares (npm run docs writes it)", () => {
  expect(readFileSync(join(ROOT, "docs", "reference.md"), "utf8")).toBe(`${reference()}\n`);
});
