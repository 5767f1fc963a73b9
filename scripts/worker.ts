/** The process that carries out durable functions: `npm start` keeps it alive beside the application. */
import { adapters } from "@/server/adapters/live";
import { env } from "@/server/env";
import { makeWorker } from "@/server/jobs/make-worker";

const settings = env();
const live = adapters();

if (settings.INNGEST_BASE_URL) {
  live.log.info({ server: new URL(settings.INNGEST_BASE_URL).host }, "an Inngest server does the work; worker idle");
  setInterval(() => undefined, 2 ** 30);
} else {
  const worker = makeWorker({ adapters: live, databaseUrl: settings.DATABASE_URL, role: "veriflow_platform" });
  await startWhenThere(() => worker.start());
  live.log.info({}, "worker started");
  process.send?.({ ready: true });
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      worker.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}

/** The database may come up a moment later than this process. */
async function startWhenThere(start: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await start();
      return;
    } catch (error) {
      live.log.warn({ error: (error as Error).message }, "the database does not answer yet");
      await new Promise((again) => setTimeout(again, 500));
    }
  }
}
