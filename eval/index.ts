/** `npm run eval -- <what> …`: measures on labelled pictures in any folder. One file a kind, each with its own `run`. */
export {};

const KINDS: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  documents: () => import("@/eval/documents"),
  forgeries: () => import("@/eval/forgeries"),
  faces: () => import("@/eval/faces"),
  liveness: () => import("@/eval/liveness"),
  active: () => import("@/eval/active"),
  mrz: () => import("@/eval/mrz"),
  barcodes: () => import("@/eval/barcodes"),
  peers: () => import("@/eval/peers"),
  specimens: () => import("@/eval/specimens"),
  report: () => import("@/eval/report/run"),
};

const [kind = "", ...args] = process.argv.slice(2);
const load = KINDS[kind];
if (!load) {
  console.error(`Say what to measure: npm run eval -- ${Object.keys(KINDS).join(" | ")} …`);
  process.exit(2);
}
await (await load()).run(args);
process.exit(process.exitCode ?? 0);
