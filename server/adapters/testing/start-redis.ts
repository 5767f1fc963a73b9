import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@redis/client";

export interface TestRedis {
  readonly url: string;
  /** Stops answering without closing a connection, as a hung server does; `resume` takes it up again. */
  pause(): void;
  resume(): void;
  /** Ends it; `start` brings it back, empty, at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const PROGRAMS = ["redis-server", "valkey-server"];

/**
 * A Redis (or Valkey) of this test's own on a free port, keeping nothing on disk; undefined where none is installed.
 */
export async function startRedis(): Promise<TestRedis | undefined> {
  const program = PROGRAMS.find((name) => spawnSync(name, ["--version"]).status === 0);
  if (!program) return undefined;
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const options = [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--appendonly",
      "no",
      "--dir",
      "/tmp",
    ];
    child = spawn(program, options, { stdio: "ignore" });
    await untilAnswers(url);
  };
  await start();
  return {
    url,
    start,
    pause: () => void child?.kill("SIGSTOP"),
    resume: () => void child?.kill("SIGCONT"),
    stop: () =>
      new Promise((gone) => {
        if (!child || child.exitCode !== null) return gone();
        child.once("exit", () => gone());
        child.kill("SIGKILL");
      }),
  };
}

async function untilAnswers(url: string): Promise<void> {
  for (const until = Date.now() + 10_000; ; await sleep(25)) {
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client.destroy();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
