import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const run = (code: string) => {
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "./scripts/start/json-console.mjs", "-e", code], {
    encoding: "utf8",
  });
  return `${stdout}${stderr}`
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

test("what Next writes becomes a JSON object a line, without colours and empty lines", () => {
  const lines = run(
    `console.log("\\u001b[32m ✓ \\u001b[39mReady in", 312, "ms"); console.log(""); console.warn("two\\nlines")`,
  );
  expect(lines).toMatchObject([
    { level: "info", service: "next", message: "✓ Ready in 312 ms" },
    { level: "warn", message: "two\nlines" },
  ]);
});

test("an error is its kind and its frames: its text may quote a person", () => {
  const [line] = run(`console.error(new TypeError("Ada Martin, born 1990"))`);
  expect(line).toMatchObject({ level: "error", type: "TypeError", stack: expect.stringContaining("    at ") });
  expect(JSON.stringify(line)).not.toContain("Ada");
});

test("Node's own warnings are lines like the others", () => {
  expect(run(`process.emitWarning("old")`)).toMatchObject([{ level: "warn", message: "Warning: old" }]);
});
