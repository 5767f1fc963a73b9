import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "@/scripts/database/free-port";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { type ApiWorld, createApiWorld } from "@/server/api/testing/api-world";
import { serveRoutes } from "@/server/api/testing/serve-routes";
import { signWebhook } from "@/server/domain/webhooks/sign-webhook";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { attemptDelivery } from "@/server/services/webhooks/attempt-delivery";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";
import { deleteEndpoint } from "@/server/services/webhooks/delete-endpoint";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

const guide = readFileSync("docs/integration.md", "utf8");
const run = promisify(execFile);
let world: ApiWorld;
let server: Awaited<ReturnType<typeof serveRoutes>>;
let tenant: TestTenant;
let env: NodeJS.ProcessEnv;
let receiver: ChildProcess | undefined;
let folder: string;

beforeAll(async () => {
  world = await createApiWorld();
  server = await serveRoutes();
  tenant = await world.tenant();
  env = { ...process.env, BASE_URL: server.url, API_KEY: tenant.key.id, API_SECRET: tenant.key.secret };
  mkdirSync(".veriflow", { recursive: true });
  folder = mkdtempSync(join(".veriflow", "guide-"));
});
afterAll(async () => {
  receiver?.kill("SIGKILL");
  await server?.close();
  await world?.drop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** The code of the guide as it stands there, in a file of its name. */
function codeOf(name: string): string {
  const block = new RegExp(`\`\`\`\\w+ file=${name.replace(".", "\\.")}\\n([\\s\\S]*?)\`\`\``).exec(guide);
  if (!block) throw new Error(`The guide has no code for ${name}.`);
  const file = join(folder, name);
  writeFileSync(file, block[1]);
  return file;
}

/** Answers that the program printed: one JSON value after another. */
async function answers(command: string, args: readonly string[]): Promise<Record<string, unknown>[]> {
  const { stdout } = await run(command, [...args], { env });
  return stdout
    .replaceAll("}{", "}\n{")
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
}

const has = (...programs: string[]) =>
  programs.every((program) => {
    try {
      execFileSync("which", [program]);
      return true;
    } catch {
      return false;
    }
  });

test.skipIf(!has("bash", "curl", "openssl"))("the guide's curl signs requests that are answered", async () => {
  const [profile, jobs] = await answers("bash", [codeOf("sign.sh")]);
  expect([profile.score, jobs.data]).toEqual([1, []]);
});

test("the guide's TypeScript is answered, typed, and told refusals by their code", async () => {
  const [profile, session, refusal] = await answers("npx", ["tsx", codeOf("client.ts")]);
  expect(profile).toEqual({ score: 1 });
  expect(session).toMatchObject({ session: "requires_input", url: expect.stringContaining("/verify/") });
  expect(refusal).toEqual({ refused: "not_found", status: 404 });
});

test.skipIf(!has("python3"))("the guide's Python signs requests that are answered", async () => {
  const [profile, jobs, refusal] = await answers("python3", [codeOf("client.py")]);
  expect([profile.score, jobs.data, (refusal.error as { code: string }).code]).toEqual([1, [], "not_found"]);
});

/** One event of the tenant's, as any change of state writes it; answers its delivery. */
async function emit(): Promise<string> {
  const data = { key_id: tenant.key.id, label: "First" };
  const [due] = await world.database.inTenant(tenant.id, async (tx) =>
    writeOutbox(tenant.ctx, tx, {
      type: "key.created",
      subjectId: tenant.key.id,
      data,
      key: await openTenantKey(tenant.ctx, tx),
    }),
  );
  return due.data.delivery_id;
}

async function untilListening(url: string): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(100)) {
    if (await fetch(url, { method: "POST" }).catch(() => undefined)) return;
  }
  throw new Error("The guide's receiver does not listen.");
}

const RECEIVERS = [
  ["TypeScript", process.execPath, ["--import", "tsx"], "receive.ts"],
  ["Python", "python3", [], "receive.py"],
] as const;

test.each(RECEIVERS.filter(([, program]) => has(program)))(
  "the guide's %s receiver takes a webhook of ours, and refuses one that was altered",
  async (_, program, args, file) => {
    const port = await freePort(4000);
    const url = `http://127.0.0.1:${port}/`;
    const { endpoint, secret } = await createEndpoint(tenant.ctx, { url, events: ["key.created"] });
    let printed = "";
    receiver = spawn(program, [...args, codeOf(file)], { env: { ...env, PORT: String(port), WEBHOOK_SECRET: secret } });
    receiver.stdout?.on("data", (chunk) => (printed += chunk));
    await untilListening(url);
    const outcome = await attemptDelivery(tenant.ctx, { deliveryId: await emit(), number: 1 });
    expect([outcome, printed.trim()]).toEqual([{ over: true, status: "delivered" }, "key.created"]);
    const body = JSON.stringify({ type: "key.created" });
    const headers = await signWebhook({ id: "evt_1", at: new Date(), body, secrets: [secret] });
    const post = async (text: string) => (await fetch(url, { method: "POST", headers, body: text })).status;
    expect([await post(body), await post(`${body} `)]).toEqual([204, 400]);
    receiver.kill("SIGKILL");
    await deleteEndpoint(tenant.ctx, { id: endpoint.id });
  },
);
