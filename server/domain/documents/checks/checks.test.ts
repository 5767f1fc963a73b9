import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checks } from ".";

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "index.ts")
  .map((name) => name.replace(/\.ts$/, "").replaceAll("-", "_"));

describe("the register of checks", () => {
  it("holds every file of the folder, once, under the file's name", () => {
    expect(checks.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it.each(checks.map((check) => [check.id, check] as const))(
    "%s says what it is and where it comes from",
    (_, check) => {
      expect(check.title.length).toBeGreaterThan(8);
      expect(check.source.length).toBeGreaterThan(8);
      expect(["blocking", "serious", "minor"]).toContain(check.severity);
    },
  );
});
