/** `npm run capture`: bundles the hosted page for `next dev`; `npm run build` does it by itself. */
import { buildCapture } from "@/scripts/capture/build-capture";

console.log(JSON.stringify(await buildCapture(process.cwd())));
