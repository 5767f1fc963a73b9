/**
 * A process of its own that sends signed requests at a fixed rate, whatever becomes of those before (open loop), and
 * prints what it saw as JSON. What to send is in LOAD, as JSON.
 */
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { canonicalString } from "@/server/contract/signing";

export interface LoadPlan {
  readonly url: string;
  readonly keyId: string;
  readonly secret: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly method: "GET" | "POST";
  /** Taken in turn. */
  readonly paths: readonly string[];
  /** Files with JSON bodies, taken in turn. */
  readonly bodies: readonly string[];
}

export interface LoadFigures {
  /** From when each was due to its last byte, in milliseconds. */
  readonly times: readonly number[];
  readonly statuses: Readonly<Record<string, number>>;
  /** Refusals of 429 and 503 without `Retry-After`. */
  readonly withoutRetryAfter: number;
  readonly jobIds: readonly string[];
  readonly cpuMs: number;
}

const plan = JSON.parse(process.env.LOAD ?? "null") as LoadPlan;
const agent = new Agent({ keepAlive: true, maxSockets: 512 });
const { hostname, port } = new URL(plan.url);
const bodies = plan.bodies.map((file) => readFileSync(file)).map((bytes) => ({ bytes, hash: sha256(bytes) }));
const none = { bytes: Buffer.alloc(0), hash: sha256(Buffer.alloc(0)) };

const times: number[] = [];
const statuses: Record<string, number> = {};
const jobIds: string[] = [];
let withoutRetryAfter = 0;
const startStamp = Date.now();
const started = performance.now();
const total = plan.perSecond * plan.seconds;
let sent = 0;

await new Promise<void>((done) => {
  const timer = setInterval(() => {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * plan.perSecond) + 1);
    while (sent < due) send(sent++, done);
    if (sent === total) clearInterval(timer);
  }, 1);
});
const cpu = process.cpuUsage();
const figures: LoadFigures = { times, statuses, withoutRetryAfter, jobIds, cpuMs: (cpu.user + cpu.system) / 1000 };
process.send?.(figures, () => process.exit(0));

function send(i: number, done: () => void): void {
  const dueAt = started + (i * 1000) / plan.perSecond;
  const path = plan.paths[i % plan.paths.length];
  const body = bodies[i % bodies.length] ?? none;
  // Milliseconds, each given out once, so that equal requests are not replays.
  const timestamp = String(startStamp + i);
  const canonical = canonicalString({ timestamp, method: plan.method, path, bodySha256: body.hash });
  const headers: Record<string, string | number> = {
    "x-api-key": plan.keyId,
    "x-api-timestamp": timestamp,
    "x-api-sign": createHmac("sha256", plan.secret).update(canonical).digest("hex"),
  };
  if (body.bytes.length > 0)
    Object.assign(headers, { "content-type": "application/json", "content-length": body.bytes.length });
  const over = (status: string): void => {
    times.push(performance.now() - dueAt);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (times.length === total) done();
  };
  const sending = request({ hostname, port, path, method: plan.method, headers, agent }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("end", () => {
      const status = answer.statusCode ?? 0;
      if ((status === 429 || status === 503) && !answer.headers["retry-after"]) withoutRetryAfter++;
      if (status === 202) jobIds.push((JSON.parse(Buffer.concat(chunks).toString()) as { job_id: string }).job_id);
      over(String(status));
    });
    answer.on("error", (error) => over(error.name));
  });
  sending.on("error", (error: NodeJS.ErrnoException) => over(error.code ?? error.name));
  sending.end(body.bytes);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
