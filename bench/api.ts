import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "@/bench/percentiles";
import { dataDir } from "@/scripts/lib/data-dir";
import { readCredentials } from "@/scripts/read-credentials";
import type { Person } from "@/scripts/specimens/face/person";
import { people } from "@/scripts/specimens/people";
import { selfieJpeg } from "@/scripts/specimens/selfie";
import { type SpecimenVerification, specimenVerification } from "@/scripts/specimens/specimen-verification";
import { encodeBase64 } from "@/server/contract/base64";
import { ApiError, type Client, createClient } from "@/server/contract/client";
import { ENDPOINTS } from "@/server/contract/v1/index";
import type { JobView } from "@/server/contract/v1/kyc";

/** What the specification asks (§11) and what we ask of ourselves, p95 in milliseconds. */
const BARS = { liveness: [1200, 300], ocr: [1800, 900], face_match: [undefined, 400], workflow: [3500, 1500] } as const;
type Kind = keyof typeof BARS;

/**
 * One request at a time against the running server, with drawn 12-megapixel phone pictures; the first of each is a
 * warm-up.
 */
export async function run(args: string[]): Promise<void> {
  const rounds = Number(args[0] ?? 20);
  const { base_url: baseUrl, api_key: keyId, api_secret: secret } = readCredentials(dataDir());
  const client = createClient({ baseUrl, keyId, secret, retries: 0 });
  const specimens = await Promise.all(people.slice(0, 5).map(pictures));
  const times: Record<Kind, number[]> = { liveness: [], ocr: [], face_match: [], workflow: [] };
  for (let round = 0; round <= rounds; round++) {
    const specimen = specimens[round % specimens.length];
    for (const kind of Object.keys(times) as Kind[]) {
      const ms = await unlimited(() => measure[kind](client, specimen));
      if (round > 0) times[kind].push(ms);
      process.stderr.write(`\r  ${round}/${rounds} ${kind.padEnd(12)}`);
    }
  }
  process.stderr.write("\r\x1b[2K");
  print(times, rounds);
}

async function pictures(person: Person, seed: number): Promise<SpecimenVerification> {
  const selfie = await selfieJpeg(person.face, { width: 3024, height: 4032, seed });
  return { ...(await specimenVerification({ person, seed })), selfie };
}

const measure: Record<Kind, (client: Client, specimen: SpecimenVerification) => Promise<number>> = {
  liveness: (client, { selfie }) =>
    timed(() => client.call(ENDPOINTS.analyzeLiveness, { body: { image_live_base64: encodeBase64(selfie) } })),
  ocr: (client, { front }) =>
    timed(() => client.call(ENDPOINTS.readDocument, { body: { image_front_base64: encodeBase64(front) } })),
  face_match: (client, { selfie, front }) =>
    timed(() =>
      client.call(ENDPOINTS.matchFaces, {
        body: { image_live_base64: encodeBase64(selfie), image_document_base64: encodeBase64(front) },
      }),
    ),
  workflow: async (client, { selfie, front }) => {
    const body = { image_live_base64: encodeBase64(selfie), image_front_base64: encodeBase64(front) };
    let id = "";
    const sent = await timed(async () => {
      id = (await client.call(ENDPOINTS.verifyIdentity, { body })).job_id;
    });
    const job = await decided(client, id);
    return sent + Date.parse(job.completed_at ?? "") - Date.parse(job.created_at);
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Reads a verification until it is decided; its own times say how long it took, so asking seldom costs nothing. */
async function decided(client: Client, id: string): Promise<JobView> {
  for (let tries = 0; tries < 30; tries++) {
    await sleep(2_000);
    const job = await client.call(ENDPOINTS.getJob, { params: { id } });
    if (job.status === "completed") return job;
  }
  throw new Error(`${id} was not decided within a minute.`);
}

/** A key may ask 60 times a minute: what was refused for that is waited out and measured anew. */
async function unlimited(work: () => Promise<number>): Promise<number> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "rate_limited") throw error;
      await sleep((error.retryAfterSeconds ?? 5) * 1_000);
    }
  }
}

function print(times: Record<Kind, number[]>, rounds: number): void {
  console.log(`| module | median ms | p95 ms | our bar | specification |\n| --- | --- | --- | --- | --- |`);
  for (const [kind, [specification, own]] of Object.entries(BARS)) {
    const all = times[kind as Kind];
    const cells = [
      kind,
      Math.round(percentile(all, 0.5)),
      Math.round(percentile(all, 0.95)),
      own,
      specification ?? "–",
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  console.log(
    `\n${rounds} rounds, one request at a time, 12-megapixel pictures; workflow: request plus creation to decision.`,
  );
}
