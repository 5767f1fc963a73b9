import type { InngestFunction } from "inngest";
import { parseCron } from "@/server/jobs/executor/cron";
import type { FunctionSpec } from "@/server/jobs/executor/types";

const DEFAULT_RETRIES = 3;
const DEFAULT_CONCURRENCY = 4;

interface SdkConfig {
  id: string;
  triggers: { event?: string; expression?: string; cron?: string }[];
  steps: Record<string, { retries?: { attempts: number } }>;
  concurrency?: unknown;
}

/**
 * Reads what the SDK would register with a server. Throws for what this executor does not carry out (trigger
 * conditions, concurrency by key, debounce …), so that a function never means one thing here and another there.
 */
export function describeFunctions(appId: string, functions: readonly InngestFunction.Any[]): FunctionSpec[] {
  return functions.flatMap((fn) => {
    // biome-ignore lint/complexity/useLiteralKeys: the SDK marks it private; this is how its own handler reads it
    const configs = fn["getConfig"]({ baseUrl: new URL("http://executor.invalid/"), appPrefix: appId }) as SdkConfig[];
    return configs.map(describe);
  });
}

const UNSUPPORTED = ["batchEvents", "rateLimit", "throttle", "debounce", "priority", "singleton", "cancel", "timeouts"];

function describe(config: SdkConfig): FunctionSpec {
  const used = UNSUPPORTED.filter((option) => (config as unknown as Record<string, unknown>)[option] !== undefined);
  if (used.length > 0)
    throw new Error(`Function ${config.id} uses ${used.join(", ")}, which the embedded executor does not carry out.`);
  const isFailure = config.triggers.some(({ event }) => event === "inngest/function.failed");
  for (const trigger of config.triggers) {
    if (trigger.expression && !isFailure)
      throw new Error(
        `Function ${config.id} has a trigger with a condition, which the embedded executor cannot judge.`,
      );
    if (trigger.cron) parseCron(trigger.cron);
  }
  return {
    id: config.id,
    events: isFailure ? [] : config.triggers.flatMap(({ event }) => (event ? [event] : [])),
    crons: config.triggers.flatMap(({ cron }) => (cron ? [cron] : [])),
    maxAttempts: 1 + (config.steps.step?.retries?.attempts ?? DEFAULT_RETRIES),
    concurrency: concurrencyOf(config),
  };
}

function concurrencyOf({ id, concurrency }: SdkConfig): number {
  if (concurrency === undefined) return DEFAULT_CONCURRENCY;
  if (typeof concurrency === "number") return concurrency > 0 ? concurrency : DEFAULT_CONCURRENCY;
  const limit = (concurrency as { limit?: unknown; key?: unknown }).limit;
  if (typeof limit !== "number" || (concurrency as { key?: unknown }).key !== undefined)
    throw new Error(`Function ${id}: the embedded executor takes concurrency as one number.`);
  return limit;
}
