import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { type ApiWorld, type Ask, createApiWorld, routes } from "@/server/api/testing/api-world";
import { outcome } from "@/server/api/testing/outcome";
import type { Endpoint } from "@/server/contract/endpoint";
import { signedHeaders } from "@/server/contract/signing";
import { ENDPOINTS } from "@/server/contract/v1/index";
import { writeKey } from "@/server/services/keys/create-key";

/** What somebody who means harm sends with a good key: docs/security.md names the requirement of each. */
const { createSession, createWebhook, getJob, getSession, listJobs, checkProfile } = ENDPOINTS;
let world: ApiWorld;
let tenant: TestTenant;
beforeAll(async () => {
  world = await createApiWorld();
  tenant = await world.tenant();
});
afterAll(() => world?.drop());
beforeEach(() => world.sql("DELETE FROM rate_limit"));

const bytes = (text: string) => new TextEncoder().encode(text);
const ask = (endpoint: Pick<Endpoint, "path" | "method">, more: Partial<Ask>) =>
  world.ask(endpoint, { key: tenant.key, ...more });

/** As Next calls the route of a path with one parameter: signed as sent, decoded in `params`. */
async function get(endpoint: Pick<Endpoint, "path">, id: string): Promise<Response> {
  const sent = endpoint.path.replace("{id}", id);
  const request = { timestamp: String(Date.now()), method: "GET", path: sent, body: new Uint8Array() };
  const headers = await signedHeaders({ keyId: tenant.key.id, secret: tenant.key.secret }, request);
  const module = await routes.get(endpoint.path.replace("{id}", "[id]"))!();
  const params = Promise.resolve({ id: decodeURIComponent(id) });
  return module.GET(new Request(`https://verify.example${sent}`, { headers }), { params });
}

describe("text that means something elsewhere", () => {
  test.each([
    "'; DROP TABLE job; --",
    "\" OR ''='",
    "<script>alert(1)</script>",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template that must not be one
    "{{7*7}} ${7*7} #{7*7}",
    "$(touch /tmp/x) `id` | id",
    "../../etc/passwd",
    '=HYPERLINK("https://x")',
    "a\r\nSet-Cookie: x=y",
    "\u202Egnp.exe\u200B\uFEFF",
    "\uD83D\uDE42 Ünïcödé \u0130\u0131",
  ])("%j is kept as it is and does nothing", async (reference) => {
    const made = (await (await ask(createSession, { body: { reference } })).json()) as { session_id: string };
    const read = await ask(getSession, { params: { id: made.session_id } });
    expect(((await read.json()) as { reference: string }).reference).toBe(reference);
    expect(read.headers.get("set-cookie")).toBeNull();
    expect(await world.sql("SELECT count(*)::int AS n FROM tenant")).toEqual([{ n: expect.any(Number) }]);
  });

  test("a zero character is refused by the name of its field, wherever it stands", async () => {
    expect(await outcome(await ask(createSession, { body: { reference: "a\0b" } }))).toEqual([
      422,
      "invalid_request",
      ["reference"],
    ]);
    expect(await outcome(await ask(createSession, { body: { metadata: { "k\0": "v" } } }))).toEqual([
      422,
      "invalid_request",
      ["metadata.k"],
    ]);
    expect((await outcome(await ask(checkProfile, { body: { full_name: "\0" } })))[0]).toBe(422);
    expect((await outcome(await ask(listJobs, { query: "?reference=a%00b" })))[0]).toBe(422);
    expect((await outcome(await get(getJob, "job_%00")))[0]).toBe(422);
  });

  test("half a character is no reason to fail", async () => {
    const answer = await ask(createSession, { body: bytes('{"reference":"a\\ud800b"}') });
    expect(answer.status).toBeLessThan(500);
  });
});

describe("names of rows", () => {
  test.each([
    "..%2f..%2fetc%2fpasswd",
    "job_1'%20OR%201=1--",
    "%F0%9F%99%82",
    "job_%0d%0aX-Injected:%20yes",
    "a".repeat(5_000),
  ])("%s is not found, and nothing more is said", async (id) => {
    const answer = await get(getJob, id);
    expect((await outcome(answer)).slice(0, 2)).toEqual([404, "not_found"]);
    expect(answer.headers.get("x-injected")).toBeNull();
  });

  test("one that is another tenant's and one that never was are answered alike", async () => {
    const stranger = await world.tenant();
    const made = await world.ask(createSession, { key: stranger.key, body: {} });
    const { session_id: theirs } = (await made.json()) as { session_id: string };
    const answers = await Promise.all(
      [theirs, `${theirs.slice(0, -1)}0`].map((id) => ask(getSession, { params: { id } })),
    );
    const said = await Promise.all(
      answers.map(async (a, i) =>
        (await a.text()).replaceAll([theirs, `${theirs.slice(0, -1)}0`][i], "ID").replace(/"trace_id":"\w+"/, ""),
      ),
    );
    expect(said[0]).toBe(said[1]);
  });
});

test("no header and no query changes the method", async () => {
  const made = (await (await ask(createSession, { body: {} })).json()) as { session_id: string };
  const headers = { "x-http-method-override": "DELETE", "x-method-override": "DELETE", "x-http-method": "POST" };
  const answer = await ask(getSession, { params: { id: made.session_id }, headers });
  expect([answer.status, ((await answer.json()) as { status: string }).status]).toEqual([200, "requires_input"]);
  expect((await ask(getSession, { params: { id: made.session_id }, query: "?_method=DELETE" })).status).toBe(422);
});

test("an unknown key, a revoked one and one that ran out are answered alike", async () => {
  const make = (more = {}) =>
    world.database.inTenant(tenant.id, (tx) => writeKey(tenant.ctx, tx, { environment: "test", label: "k", ...more }));
  const [revoked, over] = [await make(), await make({ expiresAt: new Date(Date.now() - 1000) })];
  await world.sql("UPDATE api_key SET revoked_at = now() WHERE id = $1", [revoked.id]);
  const said = await Promise.all(
    [revoked, over, { id: "vf_test_never_was", secret: "x" }].map(async (key) => {
      const answer = await world.ask(listJobs, { key });
      return [answer.status, (await answer.text()).replace(/"trace_id":"\w+"/, "")];
    }),
  );
  expect(new Set(said.map(String)).size).toBe(1);
});

test("addresses that lead elsewhere than to a web site are not taken", async () => {
  const bad = [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "//evil.example",
    "ftp://x.example",
    "https://",
  ];
  for (const url of bad) {
    expect([url, (await ask(createSession, { body: { return_url: url } })).status]).toEqual([url, 422]);
    expect([url, (await ask(createWebhook, { body: { url } })).status]).toEqual([url, 422]);
  }
});

test("a line of the log stays one line, and an injected one is text within it", async () => {
  const sink = world.logged.length;
  await ask(listJobs, {
    headers: { traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-01`, "user-agent": '","level":"fatal' },
  });
  await get(getJob, "job_%0A%7B%22level%22%3A%22fatal%22%7D");
  expect(world.logged.slice(sink).every((line) => typeof line === "object" && line.level !== "fatal")).toBe(true);
  const [row] = await world.sql<{ path: string }>("SELECT path FROM request_log WHERE path LIKE '%fatal%'");
  expect(row.path).toBe("/v1/kyc/jobs/job_%0A%7B%22level%22%3A%22fatal%22%7D");
});

test("every answer, refusals too, is JSON in UTF-8 that nothing stores and nothing sniffs", async () => {
  const answers = [await ask(listJobs, {}), await ask(listJobs, { query: "?x=1" }), await get(getJob, "job_0")];
  for (const { headers } of answers) {
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("server")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
  }
});
