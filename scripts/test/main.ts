/**
 * `npm test [-- --no-browser] [filter …]`: every suite against what a fresh clone builds, and one closing line for all.
 */
import { INSTALL_ENV } from "@/scripts/install.mjs";
import { seconds, step } from "@/scripts/lib/progress";
import { buildApplication, buildModels, generateClient } from "@/scripts/start/prepare";
import { browserSuite } from "@/scripts/test/browser-suite";
import { playwright, staticCheck, vitest } from "@/scripts/test/suites";
import { add, closingLine, NONE, type Tally } from "@/scripts/test/tally";

const args = process.argv.slice(2);
const noBrowser = args.includes("--no-browser");
const filters = args.filter((arg) => !arg.startsWith("--"));
const LAYERED = ["app", "components", "server", "scripts", "eval", "bench"];

async function main(): Promise<Tally> {
  Object.assign(process.env, INSTALL_ENV);
  let total = NONE;
  const suite = async (title: string, run: (note: (text: string) => void) => Promise<Tally>) => {
    const tally = await step(title, run);
    console.log(`    ${closingLine(tally)}`);
    total = add(total, tally);
  };
  await generateClient();
  await buildModels();
  if (filters.length === 0) {
    await suite("Lint", () => staticCheck("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]));
    await suite("Types", () => staticCheck("typescript/bin/tsc", ["--noEmit"]));
    await suite("Layers", () =>
      staticCheck("dependency-cruiser/bin/dependency-cruise.mjs", ["--config", ".dependency-cruiser.cjs", ...LAYERED]));
  }
  await suite("Unit tests", () => vitest("unit", filters));
  await buildApplication();
  await suite("Database and contract tests", () => vitest("db", filters));
  if (noBrowser) console.log("  – Browser tests were left out, as asked (--no-browser).");
  else await suite("Browser tests", (note) => browserSuite(note, (env) => playwright(env, filters)));
  return total;
}

const started = Date.now();
main().then(
  (total) => {
    console.log(`\n  Took ${seconds(Date.now() - started)}.`);
    console.log(closingLine(total));
    process.exit(total.failed === 0 ? 0 : 1);
  },
  (error: unknown) => {
    console.error(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    console.log(closingLine({ passed: 0, failed: 1, skipped: 0 }));
    process.exit(1);
  },
);
