import { adapters } from "@/server/adapters/live";
import { createHandle } from "@/server/api/create-handle";
import { type IntakeBudget, intakeBudget } from "@/server/api/intake-budget";
import { type KnownKeys, knownKeys } from "@/server/api/known-keys";
import { metrics } from "@/server/api/metrics";
import type { Shell } from "@/server/api/shell";
import { currentWire } from "@/server/api/wire";
import { env } from "@/server/env";

/** Bodies held at once by one process; beyond it callers are asked to come back. */
const INTAKE_BYTES = 512 * 1024 * 1024;
const BUDGET = Symbol.for("veriflow.intake");
const KEYS = Symbol.for("veriflow.known-keys");

/** Makes a route handler of an endpoint, on the adapters of this process. */
export const handle = createHandle(liveShell);

function liveShell(): Shell {
  // One of each a process, although each route's bundle may hold a copy of this module.
  const holder = globalThis as { [BUDGET]?: IntakeBudget; [KEYS]?: KnownKeys };
  holder[BUDGET] ??= intakeBudget(INTAKE_BYTES);
  holder[KEYS] ??= knownKeys();
  const { TRUSTED_PROXIES: trustedHops, RATE_LIMIT_SERVER_MINUTE: serverMinute } = env();
  return {
    adapters: adapters(),
    budget: holder[BUDGET],
    keys: holder[KEYS],
    serverMinute,
    trustedHops,
    wire: currentWire,
    metrics: metrics(),
  };
}
