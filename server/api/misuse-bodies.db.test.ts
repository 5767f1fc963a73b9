import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { type ApiWorld, type Ask, createApiWorld } from "@/server/api/testing/api-world";
import { databaseTrace } from "@/server/api/testing/database-trace";
import { outcome } from "@/server/api/testing/outcome";
import { VALID_CALLS } from "@/server/api/testing/valid-calls";
import type { Endpoint } from "@/server/contract/endpoint";
import { ENDPOINTS } from "@/server/contract/v1/index";

/** Bodies of somebody who means harm, sent with a good key: docs/security.md names the requirement of each. */
const { createSession, listJobs } = ENDPOINTS;
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
