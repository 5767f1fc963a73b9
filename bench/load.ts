/**
 * `npm run bench -- load [--seconds 300] [--rate 200] [--intake-seconds 60] [--intake-rate 10] [--selfies] [--json]`:
 * signed status requests and verification intake against the built application, at a fixed rate from a process of its
 * own. `--selfies` leaves the documents out, for a machine that is busy with others.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { BenchProcess } from "@/bench/child-process";
import type { LoadFigures, LoadPlan } from "@/bench/load-generator";
import { percentile } from "@/bench/percentiles";
import { treeCpuMs } from "@/bench/process-cpu";
import { type ServedWorld, serveWorld } from "@/bench/serve-world";
import { readPostmaster } from "@/scripts/database/postmaster";
import { people } from "@/scripts/specimens/people";
import { specimenVerification } from "@/scripts/specimens/specimen-verification";
import { encodeBase64 } from "@/server/contract/base64";

type Say = (line: string) => void;
/** p95 in milliseconds that the platform's issue asks. */
const BAR_MS = 50;
const DECIDED_WITHIN_MS = 60 * 60_000;

export async function run(args: string[]): Promise<void> {
  const text = { type: "string" } as const;
  const options = {
    seconds: text,
    rate: text,
    "intake-seconds": text,
    "intake-rate": text,
    selfies: { type: "boolean" },
    json: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ args, options });
  const say: Say = values.json ? () => undefined : (line) => console.log(`  ${line}`);
  say("Starting a database, the application and a worker of their own …");
  const world = await serveWorld();
  const folder = mkdtempSync(join(tmpdir(), "veriflow-load-"));
  try {
    await world.startWeb();
    world.worker.keep();
    const bodies = await drawBodies(folder, values.selfies === true);
    const known = await intake(world, bodies, { perSecond: 2, seconds: 4 });
    await untilDecided(world, known.jobIds.length, say);
    const status = await statusRequests(world, known.jobIds, {
      perSecond: Number(values.rate ?? 200),
      seconds: Number(values.seconds ?? 300),
    });
    if (!values.json) print("Status requests", status, say);
    const taken = await intake(world, bodies, {
      perSecond: Number(values["intake-rate"] ?? 10),
      seconds: Number(values["intake-seconds"] ?? 60),
    });
    const decided = await untilDecided(world, known.jobIds.length + taken.jobIds.length, say);
    const figures = {
      status,
      intake: { ...taken, jobIds: taken.jobIds.length, decided: decided - known.jobIds.length },
    };
    if (!values.json) print("Verification intake", figures.intake, say);
    const passed =
      status.p95 <= BAR_MS && status.wrong === 0 && taken.wrong === 0 && figures.intake.decided === taken.jobIds.length;
    if (values.json) console.log(JSON.stringify({ ...figures, passed }));
    else
      say(
        passed
          ? "All of it holds."
          : `Not all of it holds: p95 at most ${BAR_MS} ms, nothing wrong, all accepted ones decided.`,
      );
    if (!passed) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  }
}

interface Arrival {
  readonly perSecond: number;
  readonly seconds: number;
}

/** Bodies of a few drawn people, as files for the generator. */
async function drawBodies(folder: string, selfies: boolean): Promise<string[]> {
  return Promise.all(
    people.slice(0, 4).map(async (person, i) => {
      const { selfie, front } = await specimenVerification({ person, kind: "passport", wear: "small" });
      const live = { image_live_base64: encodeBase64(selfie) };
      const body = selfies ? live : { ...live, image_front_base64: encodeBase64(front) };
      const file = join(folder, `${i}.json`);
      writeFileSync(file, JSON.stringify(body));
      return file;
    }),
  );
}

function statusRequests(world: ServedWorld, ids: readonly string[], arrival: Arrival) {
  const paths = ids.map((id) => `/v1/kyc/jobs/${id}`);
  return measure(world, { ...arrival, method: "GET", paths, bodies: [] }, (status) => status === "200");
}

/** Accepted, or told when to come back. */
function intake(world: ServedWorld, bodies: readonly string[], arrival: Arrival) {
  const plan = { ...arrival, method: "POST" as const, paths: ["/v1/kyc/verify"], bodies };
  return measure(world, plan, (status) => ["202", "429", "503"].includes(status));
}

async function measure(
  world: ServedWorld,
  plan: Omit<LoadPlan, "url" | "keyId" | "secret">,
  right: (status: string) => boolean,
) {
  const LOAD = JSON.stringify({ ...plan, url: world.url, keyId: world.key.id, secret: world.key.secret });
  const used = () => ({
    web: treeCpuMs(world.web.pid),
    database: treeCpuMs(readPostmaster(world.server.dataFolder)?.pid),
  });
  const before = { ...used(), transactions: await transactions(world) };
  const seen = await generate(LOAD);
  const after = { ...used(), transactions: await transactions(world) };
  const count = seen.times.length;
  const each = (name: keyof typeof before): number => round((after[name] - before[name]) / count);
  const wrong = Object.entries(seen.statuses).filter(([status]) => !right(status));
  return {
    requests: count,
    statuses: seen.statuses,
    p50: round(percentile(seen.times, 0.5)),
    p95: round(percentile(seen.times, 0.95)),
    p99: round(percentile(seen.times, 0.99)),
    most: round(percentile(seen.times, 1)),
    wrong: wrong.reduce((sum, [, times]) => sum + times, 0) + seen.withoutRetryAfter,
    web_cpu_ms_each: each("web"),
    database_cpu_ms_each: each("database"),
    generator_cpu_ms_each: round(seen.cpuMs / count),
    transactions_each: each("transactions"),
    jobIds: seen.jobIds,
  };
}

async function generate(LOAD: string): Promise<LoadFigures> {
  const generator = new BenchProcess(["--import", "tsx", "bench/load-generator.ts"], { LOAD });
  let figures: LoadFigures | undefined;
  generator.start((message) => {
    figures = message as LoadFigures;
  });
  await generator.ended();
  if (!figures) throw new Error(`The generator gave no figures. ${generator.errors}`);
  return figures;
}

async function transactions({ ctx }: ServedWorld): Promise<number> {
  // The statistics of a backend appear up to a second after its work.
  await sleep(1_200);
  const [{ n }] = await ctx.database.asPlatform(
    (tx) =>
      tx.$queryRaw<{ n: bigint }[]>`SELECT xact_commit AS n FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(n);
}

async function untilDecided({ ctx }: ServedWorld, count: number, say: Say): Promise<number> {
  const until = Date.now() + DECIDED_WITHIN_MS;
  let told = Date.now();
  for (;;) {
    const decided = await ctx.database.inTenant(ctx.tenantId, (tx) =>
      tx.job.count({ where: { decision: { not: null } } }),
    );
    if (decided >= count || Date.now() > until) return decided;
    if (Date.now() - told > 15_000) {
      say(`${decided} of ${count} decided …`);
      told = Date.now();
    }
    await sleep(250);
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function print(title: string, figures: object, say: Say): void {
  say(title);
  for (const [name, value] of Object.entries(figures)) {
    if (name !== "jobIds") say(`  ${name.padEnd(24)} ${JSON.stringify(value)}`);
  }
}
