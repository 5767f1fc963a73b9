import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BenchProcess } from "@/bench/child-process";
import { freePort } from "@/scripts/database/free-port";

/** Something that the server needs, as a process that can be killed and started again at the same address. */
export interface OutsideService {
  readonly env: Readonly<Record<string, string>>;
  start(): Promise<void>;
  kill(): Promise<void>;
}

/** An S3-compatible store (s3rver) that keeps its objects in a folder. */
export async function objectStore(folder: string): Promise<OutsideService> {
  const port = await freePort();
  const program = join(dirname(createRequire(import.meta.url).resolve("s3rver/package.json")), "bin", "s3rver.js");
  const args = [program, "--directory", join(folder, "objects"), "--port", String(port), "--silent"];
  const child = new BenchProcess([...args, "--configure-bucket", "media"]);
  return {
    env: {
      S3_BUCKET: "media",
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: "S3RVER",
      S3_SECRET_ACCESS_KEY: "S3RVER",
    },
    start: async () => {
      child.start();
      await untilListening(port);
    },
    kill: () => child.kill(),
  };
}

/** ClamAV's daemon with one signature of our own; undefined where none is installed. */
export async function virusScanner(folder: string): Promise<OutsideService | undefined> {
  if (spawnSync("clamd", ["--version"]).status !== 0) return undefined;
  const port = await freePort();
  const signatures = join(folder, "signatures");
  mkdirSync(signatures, { recursive: true });
  writeFileSync(join(signatures, "bench.ndb"), `Bench:0:*:${Buffer.from("no picture holds this").toString("hex")}\n`);
  const config = join(folder, "clamd.conf");
  const lines = [`DatabaseDirectory ${signatures}`, "TCPAddr 127.0.0.1", `TCPSocket ${port}`, "Foreground yes"];
  writeFileSync(config, `${lines.join("\n")}\n`);
  const child = new BenchProcess(["--config-file", config], {}, "clamd");
  return {
    env: { CLAMAV_HOST: "127.0.0.1", CLAMAV_PORT: String(port), CLAMAV_REQUIRED: "true" },
    start: async () => {
      child.start();
      await untilListening(port);
    },
    kill: () => child.kill(),
  };
}

async function untilListening(port: number): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(100)) {
    const there = await new Promise<boolean>((answer) => {
      const socket = connect(port, "127.0.0.1")
        .once("connect", () => answer(socket.destroy() !== undefined))
        .once("error", () => answer(false));
    });
    if (there) return;
  }
  throw new Error(`Nothing listens on port ${port}.`);
}
