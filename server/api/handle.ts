import { adapters } from "@/server/adapters/live";
import { createHandle } from "@/server/api/create-handle";
import { type IntakeBudget, intakeBudget } from "@/server/api/intake-budget";
import { metrics } from "@/server/api/metrics";
import type { Shell } from "@/server/api/shell";
import { currentWire } from "@/server/api/wire";
import { env } from "@/server/env";

/** Bodies held at once by one process; beyond it callers are asked to come back. */
const INTAKE_BYTES = 512 * 1024 * 1024;
const BUDGET = Symbol.for("veriflow.intake");

/** Makes a route handler of an endpoint, on the adapters of this process. */
export const handle = createHandle(liveShell);

function liveShell(): Shell {
  // One budget a process, although each route's bundle may hold a copy of this module.
  const holder = globalThis as { [BUDGET]?: IntakeBudget };
  holder[BUDGET] ??= intakeBudget(INTAKE_BYTES);
  const trustedHops = env().TRUSTED_PROXIES;
  return { adapters: adapters(), budget: holder[BUDGET], trustedHops, wire: currentWire, metrics: metrics() };
}
