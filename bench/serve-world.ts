import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BenchProcess } from "@/bench/child-process";
import { type EnduranceWorld, makeEnduranceWorld } from "@/bench/endurance-world";
import { freePort } from "@/scripts/database/free-port";
import { ROOT } from "@/scripts/install.mjs";
import { type CreatedKey, createKey } from "@/server/services/keys/create-key";

export interface ServedWorld extends EnduranceWorld {
  readonly url: string;
  readonly key: CreatedKey;
  readonly web: BenchProcess;
  readonly worker: BenchProcess;
  startWeb(): Promise<void>;
}

/** Far above what is measured: the counters are counted all the same. */
const RATES = { minute: 10_000_000, day: 1_000_000_000, tenant_minute: 10_000_000 };

/**
 * The built application and its worker as processes of their own over a database of their own, and a key without narrow
 * limits.
 */
export async function serveWorld(more: Readonly<Record<string, string>> = {}): Promise<ServedWorld> {
  const worker = join(ROOT, ".veriflow", "build", "worker.mjs");
  if (!existsSync(join(ROOT, ".next", "BUILD_ID")) || !existsSync(worker)) {
    throw new Error("The application is not built: run `npm start` once and stop it.");
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = "a secret for the cookies of nobody at all";
  const world = await makeEnduranceWorld({
    PORT: String(port),
    BASE_URL: url,
    NEXTAUTH_SECRET: secret,
    RATE_LIMIT_SERVER_MINUTE: "100000000",
    ...more,
  });
  await world.ctx.database.asPlatform((tx) =>
    tx.tenant.update({ where: { id: world.ctx.tenantId }, data: { rates: RATES } }),
  );
  const key = await createKey(world.ctx, { environment: "test", label: "Bench" });
  const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const web = new BenchProcess([next, "start", "--port", String(port)], world.env);
  const startWeb = async (): Promise<void> => {
    web.keep();
    await untilHealthy(url, web);
  };
  const served = { ...world, url, key, web, worker: new BenchProcess([worker], world.env), startWeb };
  return {
    ...served,
    async close() {
      await Promise.all([served.web.stop(), served.worker.stop()]);
      await world.close();
    },
  };
}

async function untilHealthy(url: string, web: BenchProcess): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(100)) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    if (web.crashes > 3) throw new Error(`The application ends again and again. ${web.errors}`);
  }
  throw new Error(`The application does not answer. ${web.errors}`);
}
