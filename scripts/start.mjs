/** `npm start`: installs, then hands over to scripts/start/main.ts. */
import { install, runTypeScript } from "./install.mjs";

install();
await runTypeScript("scripts/start/main.ts", process.argv.slice(2));
