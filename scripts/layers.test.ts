import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const VALUE_IMPORT = (from: string) => new RegExp(`^(import|export)\\s+(?!type\\b)[^;]*?from\\s+"@/${from}`, "gm");

function valueImports(folder: string, from: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|testing\//.test(file))
    .filter((file) => VALUE_IMPORT(from).test(readFileSync(join(root, folder, file), "utf8")));
}

test("services know adapters and the database client by their types only", () => {
  expect(valueImports("server/services", "(server/adapters|prisma)/")).toEqual([]);
});

test("adapters know services by their types only", () => {
  expect(valueImports("server/adapters", "server/services/")).toEqual([]);
});

test("components know the router of the dashboard by its type only", () => {
  expect(valueImports("components", "server/api/")).toEqual([]);
});
