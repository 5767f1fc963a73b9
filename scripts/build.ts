/**
 * What `next build` does not make: OpenAPI and Postman files, the hosted page, and the processes that run beside Next,
 * as bundles.
 */
import { join } from "node:path";
import { build } from "esbuild";
import { buildCapture } from "@/scripts/capture/build-capture";
import { ROOT } from "@/scripts/install.mjs";
import { writeApiDescription } from "@/scripts/openapi";

/** name of the bundle in .veriflow/build → entry */
const BUNDLES = {
  worker: "scripts/worker.ts",
  "vision-worker": "server/adapters/vision/worker-entry.ts",
};

await writeApiDescription();
await buildCapture(ROOT);
await build({
  absWorkingDir: ROOT,
  entryPoints: Object.fromEntries(Object.entries(BUNDLES).map(([name, entry]) => [name, join(ROOT, entry)])),
  outdir: ".veriflow/build",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "linked",
  alias: { "@": ROOT },
  logLevel: "warning",
});
