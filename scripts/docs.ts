/** `npm run docs`: writes what the documentation takes from the code. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { reference } from "@/scripts/docs/reference";
import { ROOT } from "@/scripts/install.mjs";

writeFileSync(join(ROOT, "docs", "reference.md"), `${reference()}\n`);
console.log("docs/reference.md");
