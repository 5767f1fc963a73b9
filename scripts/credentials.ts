import { dataDir } from "@/scripts/lib/data-dir";
import { readCredentials } from "@/scripts/read-credentials";

/** `npm run -s credentials`: the demo's addresses, keys and sign-ins as one JSON object, for scripts. */
try {
  console.log(JSON.stringify(readCredentials(dataDir()), null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
