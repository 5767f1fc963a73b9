import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { type ApiWorld, type Ask, createApiWorld } from "@/server/api/testing/api-world";
import { ENDPOINTS } from "@/server/contract/v1/index";
import { writeKey } from "@/server/services/keys/create-key";
import { countQuota } from "@/server/services/usage/take-quota";

const { checkProfile, listJobs, createSession, cancelSession } = ENDPOINTS;
const now = vi.fn(() => new Date());
let world: ApiWorld;
let tenant: TestTenant;

beforeAll(async () => {
  world = await createApiWorld({ clock: { now } });
});
afterAll(() => world?.drop());
beforeEach(async () => {
  now.mockImplementation(() => new Date());
  await world.sql("DELETE FROM rate_limit");
  tenant = await world.tenant();
});

const ask = (more: Partial<Ask> = {}) =>
  world.ask(checkProfile, { key: tenant.key, body: { phone: "+33612345678" }, ...more });
const code = async (answer: Response) => ((await answer.json()) as { error?: { code: string } }).error?.code;
const makeKey = (more: Partial<Parameters<typeof writeKey>[2]> = {}) =>
  world.database.inTenant(tenant.id, (tx) => writeKey(tenant.ctx, tx, { environment: "test", label: "k", ...more }));
const one = async <Row extends object>(text: string, ...values: unknown[]) => (await world.sql<Row>(text, values))[0];

test("of a hundred identical signed requests sent at once, one passes", async () => {
  await world.sql("UPDATE plan SET rate_minute = 1000");
  const send = await world.signed(listJobs, { key: tenant.key });
  const answers = await Promise.all(Array.from({ length: 100 }, send));
  const codes = await Promise.all(answers.map(code));
  await world.sql("UPDATE plan SET rate_minute = 60");
  expect(codes.filter((c) => c === undefined)).toHaveLength(1);
  expect(codes.filter((c) => c === "replayed_request")).toHaveLength(99);
});

test("the same signature in capitals is the same signature", async () => {
  const timestamp = String(Date.now());
  const upper = (headers: Headers) => headers.set("x-api-sign", headers.get("x-api-sign")!.toUpperCase());
  expect((await ask({ timestamp })).status).toBe(200);
  expect(await code(await ask({ timestamp, tamper: upper }))).toBe("replayed_request");
});

test("of a burst beyond the minute's limit exactly the limit passes, and the rest are told when to come back", async () => {
  const answers = await Promise.all(Array.from({ length: 70 }, () => world.ask(listJobs, { key: tenant.key })));
  const refused = answers.filter((answer) => answer.status === 429);
  expect([answers.length - refused.length, refused.length]).toEqual([60, 10]);
  const [first] = refused;
  expect(Number(first.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(first.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  expect(first.headers.get("ratelimit")).toMatch(/^"minute";r=0;t=\d+$/);
  expect(await first.json()).toMatchObject({
    error: { code: "rate_limited", details: { policy: "minute", limit: 60 } },
  });
});

test("the day's limit holds too", async () => {
  await world.sql("UPDATE plan SET rate_day = 2");
  const answers = [await ask(), await ask(), await ask()];
  await world.sql("UPDATE plan SET rate_day = 50000");
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 429]);
  expect(answers[2].headers.get("ratelimit")).toMatch(/"day";r=0/);
  expect(Number(answers[2].headers.get("retry-after"))).toBeGreaterThan(86_000);
});

test("whoever guesses is slowed down by address, whatever key is tried", async () => {
  const guess = () => ask({ key: { id: "vf_test_guess", secret: "x" }, headers: { "x-forwarded-for": "203.0.113.9" } });
  await world.sql("INSERT INTO rate_limit VALUES ('60:address:203.0.113.9', 599, $1)", [Date.now() + 50_000]);
  expect([await code(await guess()), await code(await guess())]).toEqual(["invalid_key", "rate_limited"]);
});

test("a revoked key and an expired one stop working at once", async () => {
  const [revoked, expired] = [await makeKey(), await makeKey({ expiresAt: new Date(Date.now() + 3_600_000) })];
  expect([(await ask({ key: revoked })).status, (await ask({ key: expired })).status]).toEqual([200, 200]);
  await world.sql("UPDATE api_key SET revoked_at = now() WHERE id = $1", [revoked.id]);
  await world.sql("UPDATE api_key SET expires_at = now() WHERE id = $1", [expired.id]);
  expect([await code(await ask({ key: revoked })), await code(await ask({ key: expired }))]).toEqual([
    "invalid_key",
    "invalid_key",
  ]);
});

test("a key with an allow-list works from its addresses alone", async () => {
  const key = await makeKey({ ipAllow: ["10.0.0.0/8", "2001:db8::/32"] });
  const from = (address: string) => ask({ key, headers: { "x-forwarded-for": address } });
  expect([(await from("10.1.2.3")).status, (await from("2001:db8::9")).status]).toEqual([200, 200]);
  expect(await code(await from("11.0.0.1"))).toBe("address_not_allowed");
  expect(await code(await from("10.1.2.3, 11.0.0.1"))).toBe("address_not_allowed");
});

test("a suspended tenant is refused", async () => {
  await world.sql("UPDATE tenant SET status = 'suspended' WHERE id = $1", [tenant.id]);
  expect(await code(await ask())).toBe("tenant_suspended");
});

test("the month's quota is refused beyond its end with when it returns, and told of at 80 % and at 100 %", async () => {
  await world.sql(`UPDATE tenant SET settings = '{"quotas":{"kya":5}}' WHERE id = $1`, [tenant.id]);
  now.mockImplementation(() => new Date());
  const answers: Response[] = [];
  for (let i = 0; i < 7; i++) answers.push(await ask());
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const { error } = (await answers[5].json()) as { error: { code: string; details: Record<string, unknown> } };
  expect(error).toMatchObject({ code: "quota_exceeded", details: { module: "kya", limit: 5 } });
  expect(Date.parse(error.details.resets_at as string)).toBeGreaterThan(Date.now());
  const told = await world.sql(
    "SELECT type FROM outbox_event WHERE tenant_id = $1 AND type LIKE 'quota.%' ORDER BY id",
    [tenant.id],
  );
  expect(told).toEqual([{ type: "quota.warning" }, { type: "quota.exhausted" }]);
});

test("no link is made for a verification that the quota no longer holds", async () => {
  await world.sql(`UPDATE tenant SET settings = '{"quotas":{"workflow":1}}' WHERE id = $1`, [tenant.id]);
  const make = () => world.ask(createSession, { key: tenant.key, body: {} });
  expect((await make()).status).toBe(201);
  await world.database.inTenant(tenant.id, (tx) => countQuota(tenant.ctx, tx, "workflow"));
  expect(await code(await make())).toBe("quota_exceeded");
  // Whoever is at the end of a link is not turned away any more.
  await world.database.inTenant(tenant.id, (tx) => countQuota(tenant.ctx, tx, "workflow"));
  const counter = await one<{ used: number }>("SELECT used FROM quota_counter WHERE tenant_id = $1", tenant.id);
  expect(counter.used).toBe(2);
});

test("a burst on a quota takes exactly the quota", async () => {
  await world.sql(`UPDATE tenant SET settings = '{"quotas":{"kya":7}}' WHERE id = $1`, [tenant.id]);
  const answers = await Promise.all(Array.from({ length: 25 }, () => ask()));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(7);
  const counter = await one<{ used: number }>("SELECT used FROM quota_counter WHERE tenant_id = $1", tenant.id);
  expect(counter.used).toBe(7);
});

test("a call is metered once under its request, test keys unbilled and live keys billed; refusals are not metered", async () => {
  const live = await makeKey({ environment: "live" });
  await ask();
  await ask({ key: live });
  await ask({ body: { colour: "red" } });
  const events = await world.sql(
    "SELECT environment, module, billed, key_id FROM usage_event WHERE tenant_id = $1 ORDER BY environment",
    [tenant.id],
  );
  expect(events).toEqual([
    { environment: "live", module: "kya", billed: true, key_id: live.id },
    { environment: "test", module: "kya", billed: false, key_id: tenant.key.id },
  ]);
});

test("a failure of ours is not metered, gives its quota back, and says nothing but its trace id", async () => {
  const lookups = world.adapters.lookups as { phone: unknown };
  const phone = lookups.phone;
  lookups.phone = () => {
    throw new Error("Ada Martin's secret detail");
  };
  const answer = await ask();
  lookups.phone = phone;
  const text = await answer.text();
  expect([answer.status, JSON.parse(text).error.code]).toEqual([500, "internal_error"]);
  expect(text).not.toContain("Ada");
  const left =
    "SELECT (SELECT count(*) FROM usage_event WHERE tenant_id = $1)::int AS events, used FROM quota_counter WHERE tenant_id = $1";
  expect(await one(left, tenant.id)).toEqual({ events: 0, used: 0 });
  const lines = world.logged.filter((line) => line.trace_id === JSON.parse(text).error.trace_id);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ level: "error", endpoint: "checkProfile", error: "Error" });
  expect(JSON.stringify(lines)).not.toContain("Ada");
});

test("a body that is declared or turns out too large is refused while it comes", async () => {
  const big = new Uint8Array(300 * 1024).fill(32);
  expect(await code(await ask({ body: big }))).toBe("request_too_large");
  expect(await code(await ask({ body: big, headers: { "content-length": "10" } }))).toBe("request_too_large");
});

test("requests are logged without bodies and query strings, refused ones too", async () => {
  await world.ask(listJobs, { key: tenant.key, query: "?reference=Ada%20Martin" });
  await ask({ tamper: (headers) => headers.set("x-api-sign", "0".repeat(64)) });
  const rows = await world.sql(
    "SELECT method, path, status, error_code, key_id FROM request_log WHERE tenant_id = $1 ORDER BY id",
    [tenant.id],
  );
  expect(rows).toEqual([
    { method: "GET", path: "/v1/kyc/jobs", status: 200, error_code: null, key_id: tenant.key.id },
    { method: "POST", path: "/v1/kya/check", status: 401, error_code: "invalid_signature", key_id: tenant.key.id },
  ]);
  const key = await one<{ last_used_at: Date | null }>("SELECT last_used_at FROM api_key WHERE id = $1", tenant.key.id);
  expect(key.last_used_at).not.toBeNull();
});

test("a cancelled session cannot be cancelled again, and its webhook is written with it", async () => {
  const made = (await (await world.ask(createSession, { key: tenant.key, body: {} })).json()) as {
    session_id: string;
    url: string;
  };
  expect(made.url).toMatch(/^https:\/\/verify\.example\/verify\/[\w-]{43}$/);
  const cancel = () => world.ask(cancelSession, { key: tenant.key, params: { id: made.session_id } });
  expect(await (await cancel()).json()).toMatchObject({ status: "cancelled", session_id: made.session_id });
  expect(await code(await cancel())).toBe("session_finished");
  expect(
    await one("SELECT type, subject_id FROM outbox_event WHERE tenant_id = $1 AND type LIKE 'session.%'", tenant.id),
  ).toEqual({
    type: "session.cancelled",
    subject_id: made.session_id,
  });
  const row = await one<{ token_hash: string | null }>("SELECT token_hash FROM session WHERE id = $1", made.session_id);
  expect(row.token_hash).toBeNull();
});

test("the same signature works again for nobody after the sweep, because its time is over", async () => {
  const send = await world.signed(listJobs, { key: tenant.key });
  expect((await send()).status).toBe(200);
  now.mockImplementation(() => new Date(Date.now() + 302_000));
  const { sweepTraffic } = await import("@/server/services/requests/sweep-traffic");
  expect((await sweepTraffic(world.adapters)).signatures).toBeGreaterThan(0);
  expect(await code(await send())).toBe("stale_timestamp");
});
