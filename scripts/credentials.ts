import { readCredentials } from "@/scripts/read-credentials";

/** `npm run -s credentials`: the demo's addresses, keys and sign-ins as one JSON object, for scripts. */
try {
  console.log(JSON.stringify(readCredentials(process.env.VERIFLOW_DATA_DIR ?? ".veriflow"), null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
