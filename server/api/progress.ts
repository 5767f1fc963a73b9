import type { BilledModule } from "@/server/contract/enums";
import type { Ctx } from "@/server/services/ports";
import type { IdempotencyClaim } from "@/server/services/requests/claim-idempotency-key";

/** How far a request came: what has to be undone when it is refused. */
export interface Progress {
  ctx?: Ctx;
  claim?: IdempotencyClaim;
  quota?: { readonly module: BilledModule; readonly period: string };
}
