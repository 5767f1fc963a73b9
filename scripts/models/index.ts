import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { addModel } from "@/scripts/models/add-model";
import { type BuildFolders, buildModel, publish } from "@/scripts/models/build-model";
import type { Card } from "@/scripts/models/card-schema";
import { publishRuntime } from "@/scripts/models/publish-runtime";
import { readCards } from "@/scripts/models/read-cards";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders: BuildFolders = {
  root,
  models: process.env.VERIFLOW_MODELS_DIR ?? path.join(root, ".veriflow", "models"),
};

/** `npm run models`: build whatever changed. `npm run models -- add <id> [--file FILE]`: install an optional model. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { file: { type: "string" } } });
  const cards = await readCards(root);
  if (positionals[0] === "add") {
    const card = cards.find((c) => c.id === positionals[1]);
    const optional = cards.filter((c) => c.source.kind === "url").map((c) => c.id);
    if (!card) throw new Error(`models -- add needs one of: ${optional.join(", ")}`);
    await addModel(card, values.file, folders);
    console.log(`${card.id} ${card.version} is installed (${card.licence})`);
    return;
  }
  if (positionals.length > 0) throw new Error(`unknown command ${positionals[0]}; there is only "add"`);
  for (const card of cards) await build(card);
  await publishRuntime(root);
}

/** Builds one model and says so; a failure is reported and fails the command, but the other models are still built. */
async function build(card: Card): Promise<void> {
  const started = performance.now();
  const result = await buildModel(card, folders).catch((error: Error) => {
    process.exitCode = 1;
    return `FAILED: ${error.message}`;
  });
  if (result !== "optional" && !result.startsWith("FAILED")) await publish(card, folders);
  console.log(`${card.id.padEnd(22)} ${result.padEnd(10)} ${Math.round(performance.now() - started)} ms`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
