import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const PROGRAMS = ["ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph", "monmaptool"];

/** Whether Ceph's object gateway (Debian: radosgw, ceph-mon, ceph-osd, ceph-common) is on this machine. */
export const hasRadosgw = PROGRAMS.every((name) => existsSync(`/usr/bin/${name}`));

export interface Radosgw {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  stop(): Promise<void>;
}

/** A real S3 server that enforces Object Lock: one monitor, one store in memory and the gateway, each a process. */
export async function startRadosgw(): Promise<Radosgw> {
  const folder = mkdtempSync(join(tmpdir(), "veriflow-radosgw-"));
  const [monitor, gateway] = [await freePort(), await freePort()];
  for (const part of ["mon", "osd", "rgw", "run"]) mkdirSync(join(folder, part));
  const [fsid, osd] = [randomUUID(), randomUUID()];
  const config = join(folder, "ceph.conf");
  writeFileSync(config, settings({ folder, fsid, monitor, gateway }));
  const map = join(folder, "monmap");
  const children: ChildProcess[] = [];
  const begin = (name: string, args: string[]) =>
    children.push(spawn(name, ["-c", config, ...args, "-f"], { stdio: "ignore" }));
  const stop = async () => {
    for (const child of children.reverse()) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode === null && child.kill("SIGKILL")) await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await run("monmaptool", ["--create", "--addv", "a", `[v1:127.0.0.1:${monitor}]`, "--fsid", fsid, map]);
    await run("ceph-mon", ["-c", config, "--mkfs", "-i", "a", "--monmap", map]);
    begin("ceph-mon", ["-i", "a"]);
    await run("ceph", ["-c", config, "--connect-timeout", "60", "osd", "new", osd]);
    await run("ceph-osd", ["-c", config, "-i", "0", "--mkfs", "--osd-uuid", osd]);
    begin("ceph-osd", ["-i", "0"]);
    begin("radosgw", ["-n", "client.rgw"]);
    const endpoint = `http://127.0.0.1:${gateway}`;
    await answers(endpoint);
    const keys = { accessKeyId: "veriflow", secretAccessKey: randomUUID() };
    const user = ["--uid=veriflow", "--display-name=veriflow", `--access-key=${keys.accessKeyId}`];
    await run("radosgw-admin", ["-c", config, "user", "create", ...user, `--secret-key=${keys.secretAccessKey}`]);
    return { endpoint, ...keys, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function settings(of: { folder: string; fsid: string; monitor: number; gateway: number }): string {
  const { folder, fsid, monitor, gateway } = of;
  return `[global]
fsid = ${fsid}
mon_host = v1:127.0.0.1:${monitor}
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_bind_msgr2 = false
osd_objectstore = memstore
memstore_device_bytes = 536870912
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_data = ${folder}/mon
mon_data_avail_crit = 0
osd_data = ${folder}/osd
run_dir = ${folder}/run
admin_socket = ${folder}/run/$name.asok
log_file = ${folder}/$name.log
rgw_data = ${folder}/rgw
rgw_frontends = beast endpoint=127.0.0.1:${gateway}
`;
}

async function answers(endpoint: string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (
      await fetch(endpoint).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await sleep(500);
  }
  throw new Error("radosgw did not answer within two minutes.");
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}
