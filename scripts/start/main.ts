/** `npm start`: builds what changed, starts the database, the application and the worker, and says what to try next. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "@/scripts/install.mjs";
import { seconds, step } from "@/scripts/lib/progress";
import { openDatabase } from "@/scripts/start/open-database";
import { buildApplication, buildModels, generateClient } from "@/scripts/start/prepare";
import { printScreen } from "@/scripts/start/screen";
import { serve } from "@/scripts/start/serve";
import { settle } from "@/scripts/start/settle";
import { Supervisor } from "@/scripts/start/supervise";

async function main(): Promise<void> {
  const started = Date.now();
  console.log("\n  veriFlow\n");
  const dataDir = resolve(ROOT, process.env.VERIFLOW_DATA_DIR ?? ".veriflow");
  mkdirSync(join(dataDir, "run"), { recursive: true });
  const supervisor = new Supervisor(dataDir);
  const leftovers = supervisor.clearLeftovers();
  if (leftovers > 0) console.log(`  ✓ Cleared ${leftovers} processes of a start that was killed`);
  const settings = await step("Read the configuration", async () => settle(dataDir));
  await generateClient();
  await buildModels();
  const [database] = await Promise.all([openDatabase(settings), buildApplication()]);
  const asked = untilAskedToStop();
  try {
    await step("Start the application and the worker", () => serve(supervisor, settings));
    printScreen(settings, seconds(Date.now() - started));
    await asked;
    console.log("\n  Stopping …");
  } finally {
    await supervisor.stop();
    await database.stop();
  }
}

function untilAskedToStop(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => done());
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
