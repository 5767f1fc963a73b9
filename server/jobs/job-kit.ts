import type { Inngest, InngestFunction } from "inngest";
import type { Adapters } from "@/server/services/ports";

/** What a durable function is made with. */
export interface JobKit {
  readonly client: Inngest;
  readonly adapters: Adapters;
  /** Verifications at a time in one process: about one a core. */
  readonly verifications: number;
}

/** One durable function; `functions/index.ts` lists them. */
export type JobFunction = (kit: JobKit) => InngestFunction.Any;
