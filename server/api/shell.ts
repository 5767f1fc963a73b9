import type { Metrics } from "@/server/api/metrics";
import type { IntakeBudget } from "@/server/api/request/intake-budget";
import type { KnownKeys } from "@/server/api/request/known-keys";
import type { Wire } from "@/server/api/request/wire";
import type { Adapters } from "@/server/services/ports";
import type { RequestJournal } from "@/server/services/requests/request-journal";

/** What the HTTP shell needs beside the adapters. */
export interface Shell {
  readonly adapters: Adapters;
  readonly budget: IntakeBudget;
  readonly keys: KnownKeys;
  readonly journal: RequestJournal;
  /** Requests a minute of all tenants together; 0 is no such limit. */
  readonly serverMinute: number;
  /** Proxies of ours in front of this server. */
  readonly trustedHops: number;
  readonly wire: () => Wire | undefined;
  readonly metrics: Metrics;
}
