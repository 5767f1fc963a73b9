/**
 * A worker process for tests that kill it: the live adapters of its environment, with a scripted vision that takes its
 * time.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { adapters } from "@/server/adapters/live";
import { env } from "@/server/env";
import { makeWorker } from "@/server/jobs/make-worker";
import { passportEvidence, scriptedVision } from "@/server/jobs/testing/scripted-vision";

const vision = scriptedVision({
  document: async () => {
    await sleep(60);
    return passportEvidence();
  },
});
const worker = makeWorker({
  adapters: { ...adapters(), vision },
  databaseUrl: env().DATABASE_URL,
  role: "veriflow_platform",
  verifications: 3,
});
await worker.start();
process.send?.({ ready: true });
