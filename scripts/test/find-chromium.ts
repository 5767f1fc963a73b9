import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { ROOT } from "@/scripts/install.mjs";
import { runCommand } from "@/scripts/lib/run-command";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function installed(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
}

/** A Chromium: named by CHROMIUM_PATH, Playwright's, the system's; else installed by Playwright or by apt. */
export async function findChromium(note: (text: string) => void): Promise<string | undefined> {
  const found = installed();
  if (found) return found;
  note("installing Playwright's Chromium");
  await runCommand(process.execPath, [join(ROOT, "node_modules", "playwright", "cli.js"), "install", "chromium"]);
  if (installed()) return installed();
  if (process.getuid?.() === 0) {
    note("installing the system's Chromium package");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runCommand("apt-get", ["update", "-q"], { env });
    await runCommand("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { env });
  }
  return installed();
}
