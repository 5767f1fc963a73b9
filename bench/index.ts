/**
 * `npm run bench [-- <what> …]`: timings and endurance, one file a kind; without a name, the times that the README
 * quotes.
 */
export {};

const KINDS: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  api: () => import("@/bench/api"),
  match: () => import("@/bench/match"),
  mrz: () => import("@/bench/mrz"),
  search: () => import("@/bench/search"),
  read: () => import("@/bench/read"),
  tracking: () => import("@/bench/tracking"),
  liveness: () => import("@/bench/liveness"),
  load: () => import("@/bench/load"),
  faults: () => import("@/bench/faults"),
  billing: () => import("@/bench/billing"),
  "kill-worker": () => import("@/bench/kill-worker"),
  audit: () => import("@/bench/audit"),
  webhooks: () => import("@/bench/webhooks"),
};

const [kind = "api", ...args] = process.argv.slice(2);
const load = KINDS[kind];
if (!load) {
  console.error(`Say what to measure: npm run bench -- ${Object.keys(KINDS).join(" | ")}`);
  process.exit(2);
}
await (await load()).run(args);
process.exit(process.exitCode ?? 0);
