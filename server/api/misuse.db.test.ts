import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { type ApiWorld, type Ask, createApiWorld, routes } from "@/server/api/testing/api-world";
import { databaseTrace } from "@/server/api/testing/database-trace";
import { VALID_CALLS } from "@/server/api/testing/valid-calls";
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
const outcome = async (answer: Response) => {
  const { error } = (await answer.json()) as { error?: { code: string; details: { fields?: { path: string }[] } } };
  return [answer.status, error?.code, error?.details.fields?.map(({ path }) => path)] as const;
};

/** As Next calls the route of a path with one parameter: signed as sent, decoded in `params`. */
async function get(endpoint: Pick<Endpoint, "path">, id: string): Promise<Response> {
  const sent = endpoint.path.replace("{id}", id);
  const request = { timestamp: String(Date.now()), method: "GET", path: sent, body: new Uint8Array() };
  const headers = await signedHeaders({ keyId: tenant.key.id, secret: tenant.key.secret }, request);
  const module = await routes.get(endpoint.path.replace("{id}", "[id]"))!();
  const params = Promise.resolve({ id: decodeURIComponent(id) });
  return module.GET(new Request(`https://verify.example${sent}`, { headers }), { params });
}

describe("mass assignment", () => {
  const posting = Object.values(ENDPOINTS).filter(({ method }) => method === "POST");
  const OURS = {
    tenant_id: "ten_other",
    environment: "live",
    status: "completed",
    decision: "accepted",
    billed: false,
  };

  test.each(posting.map((endpoint) => [endpoint.id, endpoint] as const))(
    "%s takes no field that it does not declare",
    async (id, endpoint) => {
      const valid = await VALID_CALLS[id as keyof typeof VALID_CALLS](world, tenant).catch(() => ({ body: {} }));
      const before = await databaseTrace(world);
      const declared = JSON.stringify(endpoint.example.body ?? {});
      for (const [name, value] of Object.entries(OURS)) {
        if (declared.includes(`"${name}"`)) continue;
        const [status, code, fields] = await outcome(
          await ask(endpoint, { ...valid, body: { ...(valid.body as object), [name]: value } }),
        );
        expect([id, status, code]).toEqual([id, 422, "invalid_request"]);
        expect(fields).toContain(name);
      }
      const after = await databaseTrace(world);
      expect({ ...after, api_key: "" }).toEqual({ ...before, api_key: "" });
    },
  );
});

describe("JSON with a sting", () => {
  test("a prototype cannot be reached, by body, metadata or query", async () => {
    const sneaky = [
      '{"__proto__":{"polluted":true}}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      '{"metadata":{"__proto__":{"polluted":"yes"}}}',
      '{"metadata":{"__proto__":"yes","constructor":"yes"}}',
    ];
    for (const text of sneaky) {
      const answer = await ask(createSession, { body: bytes(text) });
      expect([text, answer.status < 500]).toEqual([text, true]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }
    expect((await outcome(await ask(listJobs, { query: "?__proto__[polluted]=1" })))[1]).toBe("invalid_request");
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each([
    ["lists within lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["objects within objects", `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`],
    ["depth within a field", `{"metadata":${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}}`],
    ["an open end", "[".repeat(200_000)],
  ])("%s, a hundred thousand deep, are refused and stop nothing", async (_, text) => {
    const answer = await ask(createSession, {
      body: bytes(text),
      headers: { "idempotency-key": `deep-${text.length}` },
    });
    expect([400, 413, 422]).toContain(answer.status);
    expect((await ask(createSession, { body: {} })).status).toBe(201);
  });

  test.each([
    ["a number beyond all numbers", '{"expires_in_minutes":1e999}'],
    ["a fraction", '{"expires_in_minutes":5.5}'],
    ["text for a number", '{"expires_in_minutes":"5"}'],
    ["a list for text", '{"reference":["a","b"]}'],
    ["an object for text", '{"reference":{"$ne":null}}'],
  ])("%s is no other type", async (_, text) => {
    expect((await outcome(await ask(createSession, { body: bytes(text) }))).slice(0, 2)).toEqual([
      422,
      "invalid_request",
    ]);
  });
});

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

describe("bodies", () => {
  test.each([
    ["text/plain", "{}"],
    ["application/x-www-form-urlencoded", "reference=a"],
    ["application/xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ["text/xml", "<a/>"],
    ["application/octet-stream", "{}"],
    ["application/json-patch+json", "[]"],
    ["image/svg+xml", "<svg/>"],
  ])("of type %s are not taken", async (type, text) => {
    const answer = await ask(createSession, { body: bytes(text), headers: { "content-type": type } });
    expect((await outcome(answer)).slice(0, 2)).toEqual([415, "unsupported_content_type"]);
  });

  test("that are packed are not unpacked: a bomb stays as small as it came", async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(100_000_000)));
    expect(bomb.length).toBeLessThan(250_000);
    const answer = await ask(createSession, { body: bomb, headers: { "content-encoding": "gzip" } });
    expect((await outcome(answer)).slice(0, 2)).toEqual([400, "malformed_request"]);
  });

  test("in UTF-16, whatever they call themselves, are not read", async () => {
    const body = new Uint8Array(Buffer.from('{"reference":"a"}', "utf16le"));
    const answer = await ask(createSession, { body, headers: { "content-type": "application/json; charset=utf-16" } });
    expect(answer.status).toBe(400);
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
