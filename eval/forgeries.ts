import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { run as measureDocuments } from "@/eval/documents";
import { writeForgeriesSet } from "@/scripts/specimens/sets/forgeries-set";

/**
 * `npm run eval -- forgeries [--count 3] [--seed 11] [--json]`: draws passports, forges each in every way, and measures which signs
 * they raise, as `documents` does. Drawn forgeries show that a sign works, not how often it would with real ones.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: "string", default: "3" },
      seed: { type: "string", default: "11" },
      json: { type: "boolean" },
    },
  });
  const folder = mkdtempSync(path.join(tmpdir(), "veriflow-forgeries-"));
  try {
    await writeForgeriesSet({ folder, say: (line) => console.error(line) }, Number(values.count), Number(values.seed));
    const labels = path.join(folder, "forgeries", "labels.json");
    await measureDocuments(["--labels", labels, ...(values.json ? ["--json"] : [])]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
