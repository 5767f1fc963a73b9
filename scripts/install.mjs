/** The only step that runs before any package is there: checks Node, installs what package-lock.json names. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const STAMP = join(ROOT, "node_modules", ".veriflow-installed");

/** Neither onnxruntime nor Prisma may download at install: what they need is in their packages. */
export const INSTALL_ENV = {
  ONNXRUNTIME_NODE_INSTALL: "skip",
  CHECKPOINT_DISABLE: "1",
  PRISMA_SCHEMA_ENGINE_BINARY: "/bin/false",
  NEXT_TELEMETRY_DISABLED: "1",
};

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`veriFlow needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

export function install() {
  requireNode();
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .update(process.platform + process.arch)
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock) return;
  const started = Date.now();
  process.stdout.write("  … Installing packages");
  // Not `npm ci`: it refuses a lock file that lacks another platform's optional binaries, which a mirror may not carry.
  const result = spawnSync(
    "npm",
    ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, ...INSTALL_ENV },
      shell: process.platform === "win32",
    },
  );
  if (result.status !== 0) {
    console.error(`\n${result.stdout ?? ""}${result.stderr ?? result.error?.message ?? ""}`);
    console.error("The packages could not be installed: see npm's message above, then run the command again.");
    process.exit(1);
  }
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, lock);
  process.stdout.write(`\r  ✓ Installed packages (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
}

/** Replaces this process's work by a TypeScript entry; signals and the exit status pass through. */
export async function runTypeScript(entry, args) {
  const { spawn } = await import("node:child_process");
  const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, entry), ...args], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...INSTALL_ENV },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
