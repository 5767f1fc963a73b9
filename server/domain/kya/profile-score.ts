import type { KyaCheck } from "@/server/contract/v1/kya";

/** What the outcome of one check is worth, 0–1. `unknown` is never a pass; what was skipped is not counted. */
export const CHECK_WORTH = { pass: 1, warn: 0.5, unknown: 0, fail: 0, skipped: 0 } as const satisfies Record<
  KyaCheck["status"],
  number
>;

/** Mean worth of the checks that were run, 0–1; 0 where none was. */
export function profileScore(checks: readonly KyaCheck[]): number {
  const run = checks.filter((check) => check.status !== "skipped");
  if (run.length === 0) return 0;
  return run.reduce((sum, check) => sum + CHECK_WORTH[check.status], 0) / run.length;
}
