import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { clamdScanner } from "@/server/adapters/scanner-clamd";

/** The harmless file that every scanner finds (eicar.org), in parts, so that this file is not found itself. */
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-", "TEST-FILE!$H+H*"].join("");
const picture = Buffer.alloc(200_000, 0x5a);

const folder = mkdtempSync(join(tmpdir(), "veriflow-clamd-"));
const servers: Server[] = [];
let clamd: ChildProcess | undefined;
afterAll(async () => {
  for (const server of servers) server.close();
  if (clamd) await new Promise((gone) => clamd?.once("exit", gone) && clamd?.kill("SIGKILL"));
  rmSync(folder, { recursive: true, force: true });
});

function scannerAt(port: number, required: boolean, skipped: string[] = [], timeoutMs = 10_000) {
  return clamdScanner({ host: "127.0.0.1", port, required, onSkipped: (why) => skipped.push(why), timeoutMs });
}

async function serve(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return (server.address() as { port: number }).port;
}

/** A daemon with one signature of our own. */
async function startClamd(): Promise<number> {
  const port = await serve(() => undefined);
  await new Promise((closed) => servers.pop()?.close(closed));
  mkdirSync(join(folder, "signatures"));
  const signature = Buffer.from(EICAR).toString("hex");
  writeFileSync(join(folder, "signatures/test.ndb"), `Eicar-Test-Signature:0:*:${signature}\n`);
  const config = join(folder, "clamd.conf");
  writeFileSync(
    config,
    `DatabaseDirectory ${folder}/signatures\nTCPAddr 127.0.0.1\nTCPSocket ${port}\nForeground yes\n`,
  );
  clamd = spawn("clamd", ["--config-file", config], { stdio: "ignore" });
  for (let tries = 0; tries < 300; tries++) {
    const skipped: string[] = [];
    await scannerAt(port, false, skipped).scan(Buffer.of(1));
    if (skipped.length === 0) return port;
    await sleep(100);
  }
  throw new Error("clamd did not start");
}

const installed = spawnSync("clamd", ["--version"]).status === 0;

describe.skipIf(!installed)("a real clamd (skipped where it is not installed)", () => {
  test("passes a clean file, finds the test virus at any place, and is missed once it is gone", async () => {
    const port = await startClamd();
    const scanner = scannerAt(port, true);
    await expect(scanner.scan(picture)).resolves.toBeUndefined();
    await expect(scanner.scan(Buffer.from(EICAR))).rejects.toMatchObject({ code: "malware_found" });
    const hidden = Buffer.concat([picture, Buffer.from(EICAR), picture]);
    await expect(scannerAt(port, false).scan(hidden)).rejects.toMatchObject({ code: "malware_found" });
    await new Promise((gone) => clamd?.once("exit", gone) && clamd?.kill("SIGKILL"));
    clamd = undefined;
    await expect(scanner.scan(picture)).rejects.toMatchObject({ code: "scanner_unavailable", status: 503 });
  }, 90_000);
});

describe("a scanner that gives no clear answer", () => {
  const daemons: [name: string, onConnection: (socket: Socket) => void][] = [
    ["closes at once", (socket) => socket.destroy()],
    ["says nothing", () => undefined],
    ["answers half a line", (socket) => socket.end("stream: O")],
    ["finds the stream too long", (socket) => socket.end("INSTREAM size limit exceeded. ERROR\0")],
    ["answers something else", (socket) => socket.end("stream: OK maybe\0")],
  ];

  test.each(daemons)("and %s refuses where scanning is required, and is reported where not", async (_, behave) => {
    const port = await serve(behave);
    await expect(scannerAt(port, true, [], 300).scan(picture)).rejects.toMatchObject({ code: "scanner_unavailable" });
    const skipped: string[] = [];
    const lenient = scannerAt(port, false, skipped, 300);
    await expect(lenient.scan(picture, async () => false)).resolves.toBeUndefined();
    expect(skipped).toHaveLength(1);
    await expect(lenient.scan(picture, async () => true)).rejects.toMatchObject({ code: "scanner_unavailable" });
  });
});
