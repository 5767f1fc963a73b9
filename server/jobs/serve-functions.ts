import { availableParallelism } from "node:os";
import { serve } from "inngest/next";
import { makeInngestClient } from "@/server/adapters/inngest-client";
import { adapters } from "@/server/adapters/live";
import { env } from "@/server/env";
import { makeFunctions } from "@/server/jobs/functions/index";

type Handlers = ReturnType<typeof serve>;

/**
 * The SDK's handlers for a real Inngest server; undefined where the embedded executor does the work in its own process.
 */
export function serveFunctions(): Handlers | undefined {
  const settings = env();
  if (!settings.INNGEST_BASE_URL) return undefined;
  const live = adapters();
  const client = makeInngestClient(settings, live.log);
  const kit = { client, adapters: live, verifications: availableParallelism() };
  return serve({ client, functions: makeFunctions(kit), enableUnauthedSync: false });
}
