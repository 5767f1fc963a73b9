import type { BilledModule } from "@/server/contract/enums";
import type { Ctx } from "@/server/services/ports";
import type { IdempotencyClaim } from "@/server/services/requests/claim-idempotency-key";
import type { KeyInUse } from "@/server/services/requests/find-key";

/** Whose request it is, as soon as its key was found. */
export interface Known {
  readonly ctx: Ctx;
  readonly key: KeyInUse;
}

/** How far a request came: what has to be undone when it is refused. */
export interface Progress {
  known?: Known;
  claim?: IdempotencyClaim;
  quota?: { readonly module: BilledModule; readonly period: string };
}
