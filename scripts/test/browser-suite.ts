import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/scripts/database/free-port";
import { ROOT } from "@/scripts/install.mjs";
import { findChromium } from "@/scripts/test/find-chromium";
import { FAILED, type Tally } from "@/scripts/test/tally";

const READY_MS = 180_000;

/**
 * Starts the product as `npm start` does, in a folder and on a port of its own, runs the journeys, and stops it again.
 */
export async function browserSuite(
  note: (text: string) => void,
  run: (env: Record<string, string>) => Promise<Tally>,
): Promise<Tally> {
  const chromium = await findChromium(note);
  if (!chromium) {
    console.log(
      "\n  No Chromium could be found or installed. Set CHROMIUM_PATH, or leave these tests out: npm test -- --no-browser",
    );
    return FAILED;
  }
  const dataDir = join(ROOT, ".veriflow", "test", "product");
  rmSync(dataDir, { recursive: true, force: true });
  const port = await freePort(3100);
  note("starting the product");
  const product = start(dataDir, port);
  try {
    await untilReady(product, port);
    note("running");
    return await run({ BASE_URL: `http://localhost:${port}`, CHROMIUM_PATH: chromium, VERIFLOW_DATA_DIR: dataDir });
  } finally {
    await stop(product);
  }
}

function start(dataDir: string, port: number): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", join(ROOT, "scripts/start/main.ts")], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DATABASE_URL: "", BASE_URL: "", PORT: String(port), VERIFLOW_DATA_DIR: dataDir },
  });
}

async function untilReady(product: ChildProcess, port: number): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until; await sleep(250)) {
    if (product.exitCode !== null) throw new Error("The product did not start; its reason stands above.");
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error("The product did not answer within three minutes.");
}

function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    product.once("exit", () => resolve());
    product.kill("SIGTERM");
  });
}
