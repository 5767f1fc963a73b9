import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { PlatformHealth } from "@/server/services/operator/read-health";

/** Prometheus figures of this process; labels are ids of ours and never a person, a tenant or a path as sent. */
export interface Metrics {
  observe(call: {
    readonly endpoint: string;
    readonly status: number;
    readonly code?: string;
    readonly seconds: number;
  }): void;
  /** The exposition text, with the platform's figures as they are now. */
  expose(health: PlatformHealth): Promise<{ readonly text: string; readonly contentType: string }>;
}

const MEMO = Symbol.for("veriflow.metrics");

/** One registry a process, although each route's bundle may hold a copy of this module. */
export function metrics(): Metrics {
  const holder = globalThis as { [MEMO]?: Metrics };
  holder[MEMO] ??= makeMetrics();
  return holder[MEMO];
}

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "veriflow_" });
  const registers = [registry];
  const duration = new Histogram({
    name: "veriflow_request_duration_seconds",
    help: "Time to answer a call of the public API.",
    labelNames: ["endpoint", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.8, 3.5, 10],
    registers,
  });
  const refusals = new Counter({
    name: "veriflow_refusals_total",
    help: "Calls that were refused, by error code.",
    labelNames: ["endpoint", "code"],
    registers,
  });
  const gauges = platformGauges(registers);
  return {
    observe({ endpoint, status, code, seconds }) {
      duration.observe({ endpoint, status }, seconds);
      if (code) refusals.inc({ endpoint, code });
    },
    async expose(health) {
      gauges(health);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}

function platformGauges(registers: Registry[]): (health: PlatformHealth) => void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `veriflow_${name}`, help, labelNames, registers });
  const pending = gauge("queue_pending", "Runs of durable functions that are due.");
  const oldest = gauge("queue_oldest_seconds", "How long the oldest due run has waited.");
  const failed = gauge("queue_failed_day", "Runs that failed in the last 24 hours.");
  const steps = gauge("step_p95_seconds", "95th percentile of a verification's step over 24 hours.", ["step"]);
  const undone = gauge("step_undone_day", "Steps that could not be done in the last 24 hours.", ["step"]);
  const webhooks = gauge("webhooks_pending", "Webhook deliveries that are due or wait for their next try.");
  const webhooksFailed = gauge("webhooks_failed_day", "Webhook deliveries given up in the last 24 hours.");
  return (health) => {
    pending.set(health.queue.pending);
    oldest.set(health.queue.oldestSeconds);
    failed.set(health.queue.failedToday);
    for (const { name, p95Ms, undone: count } of health.steps) {
      if (p95Ms !== null) steps.set({ step: name }, p95Ms / 1000);
      undone.set({ step: name }, count);
    }
    webhooks.set(health.webhooks.pending);
    webhooksFailed.set(health.webhooks.failedToday);
  };
}
