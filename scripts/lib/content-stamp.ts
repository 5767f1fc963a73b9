import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "@/scripts/install.mjs";

const SKIP = /(^|\/)(node_modules|\.next|generated|test-results|golden|training|cache)(\/|$)|\.test\.tsx?$|\.onnx$/;

function filesOf(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full) || SKIP.test(path)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}

/** SHA-256 over names and bytes of the given files and folders (relative to the root). */
function contentHash(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesOf))
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}

/** Runs `work` only where the inputs differ from its last success or an output is missing. Answers whether it ran. */
export async function whenChanged(
  stamp: string,
  inputs: readonly string[],
  outputs: readonly string[],
  work: () => Promise<void>,
): Promise<boolean> {
  const hash = contentHash(inputs);
  const complete = outputs.every((output) => existsSync(join(ROOT, output)));
  if (complete && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
