import { adapters } from "@/server/adapters/live";
import { createHandle } from "@/server/api/create-handle";
import { metrics } from "@/server/api/metrics";
import { intakeBudget } from "@/server/api/request/intake-budget";
import { knownKeys } from "@/server/api/request/known-keys";
import { currentWire } from "@/server/api/request/wire";
import type { Shell } from "@/server/api/shell";
import { env } from "@/server/env";
import type { Adapters } from "@/server/services/ports";
import { requestJournal } from "@/server/services/requests/request-journal";

/** Bodies held at once by one process; beyond it callers are asked to come back. */
const INTAKE_BYTES = 512 * 1024 * 1024;
const KEPT = Symbol.for("veriflow.shell");

/** Makes a route handler of an endpoint, on the adapters of this process. */
export const handle = createHandle(liveShell);

/** One shell a process, although each route's bundle may hold a copy of this module. */
function liveShell(): Shell {
  const holder = globalThis as { [KEPT]?: Shell };
  const outside = adapters();
  if (holder[KEPT]?.adapters !== outside) holder[KEPT] = makeShell(outside);
  return holder[KEPT];
}

function makeShell(outside: Adapters): Shell {
  const { TRUSTED_PROXIES: trustedHops, RATE_LIMIT_SERVER_MINUTE: serverMinute } = env();
  return {
    adapters: outside,
    budget: intakeBudget(INTAKE_BYTES),
    keys: knownKeys(),
    journal: requestJournal(outside),
    serverMinute,
    trustedHops,
    wire: currentWire,
    metrics: metrics(),
  };
}
