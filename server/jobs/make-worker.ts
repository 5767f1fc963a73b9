import { availableParallelism } from "node:os";
import { serve } from "inngest/edge";
import { APP_ID, makeInngestClient } from "@/server/adapters/inngest-client";
import { describeFunctions } from "@/server/jobs/executor/describe-functions";
import { Executor } from "@/server/jobs/executor/executor";
import { makeFunctions } from "@/server/jobs/functions/index";
import type { Adapters } from "@/server/services/ports";

export interface WorkerOptions {
  readonly adapters: Adapters;
  readonly databaseUrl: string;
  /** Role that owns the executor's rows; the connection's own where left out. */
  readonly role?: string;
  /** Verifications at a time; as many as there are cores by default. */
  readonly verifications?: number;
}

/** The embedded executor with every durable function, called through the SDK's own handler. Not started yet. */
export function makeWorker({ adapters, databaseUrl, role, verifications }: WorkerOptions): Executor {
  const client = makeInngestClient(
    { INNGEST_BASE_URL: undefined, INNGEST_EVENT_KEY: undefined, INNGEST_SIGNING_KEY: undefined },
    adapters.log,
  );
  const functions = makeFunctions({ client, adapters, verifications: verifications ?? availableParallelism() });
  const handler = serve({ client, functions });
  return new Executor({
    connectionString: databaseUrl,
    role,
    specs: describeFunctions(APP_ID, functions),
    handler: (request) => Promise.resolve(handler(request)) as Promise<Response>,
    log: adapters.log,
  });
}
