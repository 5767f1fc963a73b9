import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "@/scripts/install.mjs";
import { runCommand } from "@/scripts/lib/run-command";
import { FAILED, ofPlaywright, ofVitest, PASSED, type Tally } from "@/scripts/test/tally";

const REPORTS = join(ROOT, ".veriflow", "test", "reports");
const bin = (...path: string[]) => join(ROOT, "node_modules", ...path);

/** A check that either holds or not: lint, types, layers. Prints its output only where it fails. */
export async function staticCheck(script: string, args: readonly string[]): Promise<Tally> {
  const { code, output } = await runCommand(process.execPath, [bin(script), ...args], { cwd: ROOT });
  if (code === 0) return PASSED;
  console.log(`\n${output}`);
  return FAILED;
}

async function reported<Report>(
  name: string,
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  tally: (report: Report) => Tally,
): Promise<Tally> {
  const file = join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(file, { force: true });
  const { code, output } = await runCommand(process.execPath, [bin(script), ...args], {
    cwd: ROOT,
    env: { ...env, REPORT_FILE: file },
  });
  if (code !== 0) console.log(`\n${output}`);
  try {
    return tally(JSON.parse(readFileSync(file, "utf8")) as Report);
  } catch {
    return FAILED;
  }
}

export function vitest(project: "unit" | "db", filters: readonly string[]): Promise<Tally> {
  const file = join(REPORTS, `${project}.json`);
  const args = [
    "run",
    "--project",
    project,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
    "--passWithNoTests",
    ...filters,
  ];
  return reported(project, "vitest/vitest.mjs", args, {}, ofVitest);
}

export function playwright(env: Record<string, string>, filters: readonly string[]): Promise<Tally> {
  return reported("browser", "@playwright/test/cli.js", ["test", ...filters], env, ofPlaywright);
}
