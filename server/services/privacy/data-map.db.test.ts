import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/server/adapters/testing/test-database";

let base: TestDatabase;
beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.drop());

test("the data map names every table of the database, and none that is not there", async () => {
  const rows = await base.sql<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'",
  );
  const map = readFileSync("docs/privacy.md", "utf8").split("## Retention")[0];
  const named = map
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => [...line.split("|")[1].matchAll(/`([a-z_]+)`/g)].map((match) => match[1]));
  expect(named.sort()).toEqual(rows.map((row) => row.name).sort());
});
