/** `npm start`: builds what changed, starts the database, the application and the worker, and says what to try next. */
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
  const settings = await step("Read the configuration", async () => settle());
  const supervisor = new Supervisor(settings.dataDir);
  const leftovers = supervisor.clearLeftovers();
  if (leftovers > 0) console.log(`  ✓ Cleared ${leftovers} processes of a start that was killed`);
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
