import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "@/scripts/install.mjs";
import type { Settings } from "@/scripts/start/settle";
import type { Supervisor } from "@/scripts/start/supervise";

const READY_MS = 60_000;

/**
 * Starts the application, and the embedded executor unless an Inngest server drives the functions; waits until it
 * answers.
 */
export async function serve(supervisor: Supervisor, settings: Settings): Promise<void> {
  const { env, dataDir, forChildren } = settings;
  await refuseTakenPort(env.PORT);
  const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const lines = join(ROOT, "scripts", "start", "json-console.mjs");
  supervisor.run("web", ["--import", lines, next, "start", "--port", String(env.PORT)], forChildren);
  if (!env.INNGEST_BASE_URL) {
    supervisor.run("worker", ["--enable-source-maps", join(ROOT, ".veriflow", "build", "worker.mjs")], forChildren);
  }
  const health = `http://127.0.0.1:${env.PORT}/healthz`;
  for (const until = Date.now() + READY_MS; Date.now() < until; await sleep(100)) {
    const answer = await fetch(health).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`The application does not answer at ${health}; read ${join(dataDir, "logs", "web.log")}.`);
}

function refuseTakenPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      reject(new Error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`)),
    );
    probe.listen(port, () => probe.close(() => resolve()));
  });
}
