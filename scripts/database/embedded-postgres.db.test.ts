import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { readPostmaster } from "@/scripts/database/postmaster";

const base = mkdtempSync(join(tmpdir(), "veriflow-postgres-"));
const folder = join(base, "server");
const data = join(folder, "data");
const started: EmbeddedPostgres[] = [];
const start = async (options: Parameters<typeof startEmbeddedPostgres>[0] = {}) => {
  const server = await startEmbeddedPostgres({ folder, ...options });
  started.push(server);
  return server;
};

beforeAll(() => chmodSync(base, 0o755));
afterAll(async () => {
  for (const server of started) await server.stop();
  rmSync(base, { recursive: true, force: true });
});

async function query<T = Record<string, unknown>>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test("a first start lays the data out, and the next takes over the server that still runs", async () => {
  const first = await start();
  expect(first.reused).toBe(false);
  await query(first.ownerUrl, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
  const second = await start();
  expect(second).toMatchObject({ reused: true, port: first.port, ownerUrl: first.ownerUrl });
});

test("it asks for the password, hears loopback alone, and keeps its secrets to their owner", async () => {
  const server = await start();
  const wrong = server.ownerUrl.replace(/:[^:@]+@/, ":wrong@");
  await expect(query(wrong, "SELECT 1")).rejects.toThrow("password authentication failed");
  const rows = await query(
    server.ownerUrl,
    "SELECT current_setting('listen_addresses') AS l, current_setting('unix_socket_directories') AS s",
  );
  expect(rows).toEqual([{ l: "127.0.0.1", s: "" }]);
  expect(await query(server.ownerUrl, "SELECT DISTINCT auth_method FROM pg_hba_file_rules")).toEqual([
    { auth_method: "scram-sha-256" },
  ]);
  expect(statSync(join(folder, "server.json")).mode & 0o077).toBe(0);
  expect(statSync(data).mode & 0o077).toBe(0);
});

test("after its server was killed it starts again by itself, on the same port, with what was committed", async () => {
  const before = await start();
  process.kill(readPostmaster(data)!.pid, "SIGKILL");
  const after = await start();
  expect(after).toMatchObject({ reused: false, port: before.port });
  expect(await query(after.ownerUrl, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
});

test("a note of a process that is none of ours is no obstacle, and that process is left alone", async () => {
  await (await start()).stop();
  writeFileSync(join(data, "postmaster.pid"), `${process.pid}\n${data}\n0\n1\n\n127.0.0.1\n0\nready\n`);
  expect((await start()).reused).toBe(false);
});

test("where its port was taken meanwhile it chooses another", async () => {
  const before = await start();
  await before.stop();
  const squatter: Server = createServer();
  await new Promise<void>((ready) => squatter.listen(before.port, "127.0.0.1", ready));
  const after = await start();
  expect(after.port).not.toBe(before.port);
  expect(await query(after.ownerUrl, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  await new Promise((closed) => squatter.close(closed));
});

test("many starts at once end with one server", async () => {
  await (await start()).stop();
  const servers = await Promise.all(Array.from({ length: 5 }, () => start()));
  expect(new Set(servers.map((s) => s.port)).size).toBe(1);
  expect(servers.filter((s) => !s.reused)).toHaveLength(1);
});

test("stopped on request, it no longer answers", async () => {
  const server = await start();
  await server.stop();
  await expect(query(server.ownerUrl, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  expect(readPostmaster(data)).toBeUndefined();
});

test("works for a user who is not root, and for root below a folder that is closed to others", async (context) => {
  if (process.getuid?.() !== 0) return context.skip("needs root to try both");
  const closed = join(base, "closed");
  mkdirSync(closed, { mode: 0o700 });
  const server = await start({ folder: join(closed, "server") });
  expect(await query(server.ownerUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await server.stop();
  rmSync(server.clusterFolder, { recursive: true });
  const open = join(base, "open");
  mkdirSync(open);
  chmodSync(open, 0o777);
  const script = `import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
    const s = await startEmbeddedPostgres({ folder: ${JSON.stringify(join(open, "server"))} }); await s.stop(); console.log(process.getuid(), "done");`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    uid: 65_534,
    gid: 65_534,
    encoding: "utf8",
    env: { ...process.env, HOME: open, TMPDIR: open },
  });
  expect(run.stdout + run.stderr).toContain("65534 done");
}, 180_000);
