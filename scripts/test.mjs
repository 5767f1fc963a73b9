/** `npm test`: installs, then hands over to scripts/test/main.ts. */
import { install, runTypeScript } from "./install.mjs";

install();
await runTypeScript("scripts/test/main.ts", process.argv.slice(2));
