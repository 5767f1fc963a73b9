import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { load } from "@/server/adapters/vision/live";
import { type ApiWorld, type Ask, createApiWorld, routes } from "@/server/api/testing/api-world";
import { VALID_CALLS, type ValidCall } from "@/server/api/testing/valid-calls";
import { ErrorEnvelope } from "@/server/contract/endpoint";
import { ERRORS, type ErrorCode } from "@/server/contract/errors";
import { ENDPOINTS } from "@/server/contract/v1/index";
import { writeKey } from "@/server/services/keys/create-key";
import type { Vision } from "@/server/services/ports";

const vision = load() as Vision & { close(): Promise<void> };
let world: ApiWorld;
let tenant: TestTenant;
let stranger: TestTenant;

beforeAll(async () => {
  world = await createApiWorld({ vision });
  tenant = await world.tenant({ name: "Tenant" });
  stranger = await world.tenant({ name: "Stranger" });
});
afterAll(async () => {
  await vision.close();
  await world?.drop();
});
beforeEach(() => world.sql("DELETE FROM rate_limit"));

async function refusal(answer: Response): Promise<{ code: ErrorCode; details: Record<string, unknown> }> {
  const { error } = ErrorEnvelope.parse(await answer.json());
  expect(answer.status).toBe(ERRORS[error.code].status);
  expect(error.trace_id).toMatch(/^[0-9a-f]{32}$/);
  expect(answer.headers.get("x-trace-id")).toBe(error.trace_id);
  return error;
}

describe.each(Object.values(ENDPOINTS).map((endpoint) => [endpoint.id, endpoint] as const))("%s", (id, endpoint) => {
  let valid: ValidCall;
  const ask = (more: Partial<Ask> = {}) => world.ask(endpoint, { key: tenant.key, ...valid, ...more });
  const rows = async () => (await world.sql<{ n: string }>(COUNT_ROWS))[0].n;
  beforeAll(async () => {
    valid = await VALID_CALLS[id as keyof typeof VALID_CALLS](world, tenant);
  });

  test.each(["x-api-key", "x-api-timestamp", "x-api-sign"])("without %s it is refused and says so", async (name) => {
    const { code, details } = await refusal(await ask({ tamper: (headers) => headers.delete(name) }));
    expect([code, details.missing]).toEqual(["missing_credentials", [name.toUpperCase()]]);
  });

  test("with an unknown key it is refused", async () => {
    const { code } = await refusal(await ask({ key: { id: "vf_test_unknown", secret: "x" } }));
    expect(code).toBe("invalid_key");
  });

  test("with another secret it is refused, and told the canonical string but no secret", async () => {
    const answer = await ask({ key: { id: tenant.key.id, secret: "wrong" }, timestamp: String(Date.now()) });
    const { code, details } = await refusal(answer);
    expect(code).toBe("invalid_signature");
    const path = endpoint.path.replace("{id}", valid.params?.id ?? "") + (valid.query ?? "");
    expect((details.canonical_string as string).split("\n").slice(1, 3)).toEqual([endpoint.method, path]);
    expect(JSON.stringify(details)).not.toContain(tenant.key.secret);
  });

  test.each([
    ["another method", (h: Headers) => h.set("x-api-sign", "0".repeat(64))],
    ["no hex", (h: Headers) => h.set("x-api-sign", "not hex")],
    ["another key's name", (h: Headers) => h.set("x-api-key", stranger.key.id)],
  ])("with a signature of %s it is refused", async (_, tamper) => {
    expect((await refusal(await ask({ tamper }))).code).toBe("invalid_signature");
  });

  test.each([-301, 301])("signed %i seconds from now it is refused", async (seconds) => {
    const { code } = await refusal(await ask({ timestamp: String(Math.floor(Date.now() / 1000) + seconds) }));
    expect(code).toBe("stale_timestamp");
  });

  test("without the scope it is refused", async () => {
    const scopes = ["liveness", "jobs:read", "faces"].filter((scope) => scope !== endpoint.scope) as never[];
    const key = await world.database.inTenant(tenant.id, (tx) =>
      writeKey(tenant.ctx, tx, { environment: "test", label: "narrow", scopes }),
    );
    const { code, details } = await refusal(await ask({ key }));
    expect([code, details.scope]).toEqual(["scope_missing", endpoint.scope]);
  });

  test("junk is refused by name, and nothing is written", async () => {
    const before = await rows();
    for (const body of endpoint.method === "GET" ? [] : ["{", "[1]", '"text"', '{"colour":"red"}', "null"]) {
      const bytes = new TextEncoder().encode(body);
      const { code, details } = await refusal(await ask({ body: bytes }));
      expect(["malformed_request", "invalid_request"]).toContain(code);
      if (code === "invalid_request") expect(details.fields).not.toHaveLength(0);
    }
    if (endpoint.method !== "GET") {
      const answer = await ask({ body: new Uint8Array([1]), headers: { "content-type": "text/plain" } });
      expect((await refusal(answer)).code).toBe("unsupported_content_type");
    }
    expect((await refusal(await ask({ query: "?colour=red" }))).code).toBe("invalid_request");
    expect(await rows()).toBe(before);
  });

  test("another version of the API is refused", async () => {
    const { code } = await refusal(await ask({ headers: { "api-version": "2020-01-01" } }));
    expect(code).toBe("invalid_request");
  });

  if (endpoint.path.includes("{id}")) {
    test("another tenant's, another environment's and a made-up id are not found, and nothing is written", async () => {
      const live = await world.database.inTenant(tenant.id, (tx) =>
        writeKey(tenant.ctx, tx, { environment: "live", label: "live" }),
      );
      const before = await rows();
      for (const more of [{ key: stranger.key }, { key: live }, { params: { id: "job_0" } }]) {
        expect((await refusal(await ask(more))).code).toBe("not_found");
      }
      expect(await rows()).toBe(before);
    });
  }

  test("a valid call is answered as declared, with its limits, and a replay of it is refused", async () => {
    const send = await world.signed(endpoint, { key: tenant.key, ...valid });
    const answer = await send();
    const body = await answer.json();
    expect([answer.status, body]).toEqual([endpoint.status, expect.anything()]);
    expect(endpoint.output.safeParse(body).error).toBeUndefined();
    expect(answer.headers.get("ratelimit-policy")).toBe(
      '"minute";q=60;w=60, "day";q=50000;w=86400, "tenant";q=600;w=60',
    );
    expect(answer.headers.get("ratelimit")).toMatch(/^"minute";r=\d+;t=\d+, "day";r=\d+;t=\d+, "tenant";r=\d+;t=\d+$/);
    expect(answer.headers.get("api-version")).toBe("2026-11-01");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect((await refusal(await send())).code).toBe("replayed_request");
  });

  test("other methods are refused with 405 and what is allowed", async () => {
    const module = await routes.get(endpoint.path.replace(/\{(\w+)\}/g, "[$1]"))!();
    const url = `https://verify.example${endpoint.path.replace("{id}", "job_1")}`;
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      if (Object.values(ENDPOINTS).some((other) => other.path === endpoint.path && other.method === method)) continue;
      const answer = await module[method](new Request(url, { method }), {});
      expect((await refusal(answer)).code).toBe("method_not_allowed");
      expect(answer.headers.get("allow")).toContain(endpoint.method);
    }
  });
});

test("the declared endpoints and the route files are the same", () => {
  const declared = new Set(Object.values(ENDPOINTS).map((endpoint) => endpoint.path.replace(/\{(\w+)\}/g, "[$1]")));
  expect([...routes.keys()].filter((path) => path !== "/v1/[...path]").sort()).toEqual([...declared].sort());
});

test("every declared endpoint is exported by its route file as its method", async () => {
  for (const { path, method } of Object.values(ENDPOINTS)) {
    const module = await routes.get(path.replace(/\{(\w+)\}/g, "[$1]"))!();
    const { methodNotAllowed } = await import("@/server/api/method-not-allowed");
    expect([path, module[method] === undefined, module[method] === (methodNotAllowed as unknown)]).toEqual([
      path,
      false,
      false,
    ]);
  }
});

test("an address that is none answers not_found in the API's own words", async () => {
  const module = await routes.get("/v1/[...path]")!();
  const answer = await module.GET(new Request("https://verify.example/v1/nothing"), {});
  expect((await refusal(answer)).code).toBe("not_found");
});

/** Rows of everything that a call may leave behind, beside logs and counters. */
const COUNT_ROWS = `SELECT ((SELECT count(*) FROM job) + (SELECT count(*) FROM job_step) + (SELECT count(*) FROM media)
  + (SELECT count(*) FROM session) + (SELECT count(*) FROM face) + (SELECT count(*) FROM usage_event)
  + (SELECT count(*) FROM outbox_event) + (SELECT count(*) FROM idempotency_record)
  + (SELECT count(*) FROM audit_entry WHERE action NOT LIKE 'key.%'))::text AS n`;
