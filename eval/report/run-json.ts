import { spawn } from "node:child_process";
import { ROOT } from "@/scripts/install.mjs";

/** Runs a script of ours and parses the JSON that it prints; what it says on standard error is passed on as it comes. */
export async function runJson(script: string, args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args, "--json"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  const code = await new Promise<number | null>((done, failed) => child.on("error", failed).on("close", done));
  if (code !== 0) throw new Error(`${script} ${args.join(" ")} ended with ${code}`);
  return JSON.parse(out);
}
