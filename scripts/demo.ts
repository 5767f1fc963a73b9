/** `npm run demo`: one verification through the public API of the running server, explained as it goes. */
import { setTimeout as sleep } from "node:timers/promises";
import { demoPictures } from "@/scripts/demo/pictures";
import { printDecision, printFields, printScore, printStep } from "@/scripts/demo/print-job";
import { type Receiver, startReceiver } from "@/scripts/demo/receiver";
import { bold, dim, heading, line, liveLine, paint } from "@/scripts/demo/terminal";
import { dataDir } from "@/scripts/lib/data-dir";
import { readCredentials } from "@/scripts/read-credentials";
import { encodeBase64 } from "@/server/contract/base64";
import { ApiError, type Client, createClient } from "@/server/contract/client";
import { ENDPOINTS } from "@/server/contract/v1/index";
import type { JobView } from "@/server/contract/v1/kyc";

const DECIDED_WITHIN_MS = 120_000;
/** A key may ask 60 times a minute: often at first, then ever less. */
const pollMs = (elapsedMs: number): number => Math.min(2_000, Math.max(120, elapsedMs / 6));

async function main(): Promise<void> {
  line(bold("veriFlow demo"));
  const pictures = await demoPictures(process.argv.slice(2));
  const { base_url: baseUrl, api_key: keyId, api_secret: secret } = readCredentials(dataDir());
  const client = createClient({ baseUrl, keyId, secret });
  line(dim(`server   ${baseUrl}`));
  line(dim(`key      ${keyId}`));
  line(dim(`person   ${pictures.about}`));
  const receiver = await startReceiver();
  const webhook = await register(client, receiver);
  try {
    const started = Date.now();
    heading("Signed request");
    const { job_id: jobId } = await client.call(ENDPOINTS.verifyIdentity, {
      body: {
        image_live_base64: encodeBase64(pictures.selfie),
        image_front_base64: encodeBase64(pictures.front),
        image_back_base64: pictures.back && encodeBase64(pictures.back),
        profile: pictures.fullName ? { full_name: pictures.fullName } : undefined,
        reference: "npm run demo",
      },
      idempotencyKey: `demo-${started}`,
    });
    line(`${paint("green", "✓")} POST /v1/kyc/verify  202  ${jobId}  ${dim(`${Date.now() - started} ms`)}`);
    heading("Steps");
    const job = await follow(client, jobId);
    const decidedMs = Date.now() - started;
    printFields(job);
    printScore(job);
    await printWebhook(receiver, job);
    printDecision(job);
    line(dim(`${decidedMs} ms from the request to the decision; ${baseUrl}/dashboard/verifications/${jobId}`));
    line();
    if (!job.decision) process.exitCode = 1;
  } finally {
    if (webhook) await client.call(ENDPOINTS.deleteWebhook, { params: { id: webhook } }).catch(() => undefined);
    receiver.close();
  }
}

/** Registers the local receiver through the API. Undefined where this server may not post to this machine. */
async function register(client: Client, receiver: Receiver): Promise<string | undefined> {
  try {
    const body = { url: receiver.url, events: ["job.completed" as const, "job.failed" as const] };
    const { endpoint_id: id, secret } = await client.call(ENDPOINTS.createWebhook, { body });
    receiver.trust(secret);
    line(dim(`webhooks ${receiver.url}`));
    return id;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "invalid_request") throw error;
    line(paint("yellow", "webhooks not received here: start the server with WEBHOOK_ALLOW_PRIVATE=loopback"));
    receiver.close();
    return undefined;
  }
}

/** Reads the verification until it is over, printing each step as it ends. */
async function follow(client: Client, jobId: string): Promise<JobView> {
  const printed = new Set<string>();
  const status = liveLine();
  const started = Date.now();
  for (;;) {
    const job = await client.call(ENDPOINTS.getJob, { params: { id: jobId } });
    for (const step of job.steps) {
      if (["pending", "running"].includes(step.status)) break;
      if (printed.has(step.name)) continue;
      status.finish();
      printStep(step);
      printed.add(step.name);
    }
    const over = job.status !== "queued" && job.status !== "processing";
    if (over) {
      status.finish();
      return job;
    }
    const now = job.steps.find((step) => step.status === "running")?.name ?? job.status;
    status.show(dim(`… ${now}  ${((Date.now() - started) / 1000).toFixed(1)} s`));
    if (Date.now() - started > DECIDED_WITHIN_MS)
      throw new Error(`Not decided within ${DECIDED_WITHIN_MS / 1000} s: is the worker running? See .veriflow/logs.`);
    await sleep(pollMs(Date.now() - started));
  }
}

async function printWebhook(receiver: Receiver, job: JobView): Promise<void> {
  heading("Webhook");
  const got = await receiver.waitFor(job.job_id, 15_000).catch((error: Error) => error);
  if (got instanceof Error) line(paint("yellow", got.message));
  else {
    const after = got.at - Date.parse(job.completed_at ?? job.created_at);
    const when = dim(`${after} ms after the decision`);
    line(`${paint("green", "✓")} ${got.type}  ${got.id}  signature verified  ${when}`);
  }
  if (receiver.refused > 0) line(paint("red", `${receiver.refused} calls with a signature that did not hold`));
}

main().catch((error: unknown) => {
  const refused = error instanceof ApiError;
  const unreachable = error instanceof TypeError && error.message === "fetch failed";
  const message = unreachable ? "The server does not answer: run `npm start` first." : (error as Error).message;
  console.error(`\n  ${paint("red", message)}`);
  if (refused) console.error(dim(`  ${error.code} ${JSON.stringify(error.details)} trace ${error.traceId}`));
  process.exitCode = 1;
});
