import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiWorld, createApiWorld } from "@/server/api/testing/api-world";
import { serveRoutes } from "@/server/api/testing/serve-routes";

const guide = readFileSync("docs/integration.md", "utf8");
const run = promisify(execFile);
let world: ApiWorld;
let server: Awaited<ReturnType<typeof serveRoutes>>;
let env: NodeJS.ProcessEnv;
let folder: string;

beforeAll(async () => {
  world = await createApiWorld();
  server = await serveRoutes();
  const { key } = await world.tenant();
  env = { ...process.env, BASE_URL: server.url, API_KEY: key.id, API_SECRET: key.secret };
  mkdirSync(".veriflow", { recursive: true });
  folder = mkdtempSync(join(".veriflow", "guide-"));
});
afterAll(async () => {
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
