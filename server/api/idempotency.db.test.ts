import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { type ApiWorld, type Ask, createApiWorld } from "@/server/api/testing/api-world";
import { ENDPOINTS } from "@/server/contract/v1/index";
import { writeKey } from "@/server/services/keys/create-key";

const { checkProfile, createSession, validateDocument } = ENDPOINTS;
let world: ApiWorld;
let tenant: TestTenant;

beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world?.drop());
beforeEach(async () => {
  await world.sql("DELETE FROM rate_limit");
  tenant = await world.tenant();
});

const ask = (more: Partial<Ask> = {}) =>
  world.ask(checkProfile, { key: tenant.key, body: { phone: "+33612345678" }, ...more });
const code = async (answer: Response) => ((await answer.json()) as { error?: { code: string } }).error?.code;
const makeKey = () =>
  world.database.inTenant(tenant.id, (tx) => writeKey(tenant.ctx, tx, { environment: "test", label: "k" }));
const one = async <Row extends object>(text: string, ...values: unknown[]) => (await world.sql<Row>(text, values))[0];

test("a repeated key gets the first answer again and acts once; another request under it is refused", async () => {
  const headers = { "idempotency-key": "order-7" };
  const make = (body: object, key = tenant.key) => world.ask(createSession, { key, body, headers });
  const first = await make({ reference: "a", metadata: { x: "1", y: "2" } });
  const again = await make({ metadata: { y: "2", x: "1" }, reference: "a" });
  expect([first.status, again.status, again.headers.get("idempotent-replayed")]).toEqual([201, 201, "true"]);
  expect(await again.json()).toEqual(await first.json());
  expect(await code(await make({ reference: "b" }))).toBe("idempotency_mismatch");
  expect((await make({ reference: "b" }, await makeKey())).status).toBe(201);
  const { n } = await one<{ n: number }>("SELECT count(*)::int AS n FROM session WHERE tenant_id = $1", tenant.id);
  expect(n).toBe(2);
});

test("two requests at once under one key act once", async () => {
  const headers = { "idempotency-key": "at-once" };
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => world.ask(createSession, { key: tenant.key, body: {}, headers })),
  );
  const codes = await Promise.all(answers.map(code));
  expect(codes.every((c) => c === undefined || c === "idempotency_in_progress")).toBe(true);
  const { n } = await one<{ n: number }>("SELECT count(*)::int AS n FROM session WHERE tenant_id = $1", tenant.id);
  expect(n).toBe(1);
});

test("a refused request does not use its key up, and an abandoned one is taken over after five minutes", async () => {
  const headers = { "idempotency-key": "mend" };
  const make = (body: object) => world.ask(createSession, { key: tenant.key, body, headers });
  expect(await code(await make({ workflow_id: "wfl_none" }))).toBe("not_found");
  expect((await make({})).status).toBe(201);
  await world.sql("UPDATE idempotency_record SET status = NULL, answer_sealed = NULL WHERE tenant_id = $1", [
    tenant.id,
  ]);
  expect(await code(await make({}))).toBe("idempotency_in_progress");
  await world.sql("UPDATE idempotency_record SET created_at = created_at - interval '6 minutes' WHERE tenant_id = $1", [
    tenant.id,
  ]);
  expect((await make({})).status).toBe(201);
});

test("stored answers are sealed", async () => {
  await world.ask(createSession, {
    key: tenant.key,
    body: { reference: "visible?" },
    headers: { "idempotency-key": "s" },
  });
  const { answer_sealed } = await one<{ answer_sealed: Buffer }>(
    "SELECT answer_sealed FROM idempotency_record WHERE tenant_id = $1",
    tenant.id,
  );
  expect(answer_sealed.includes("visible?")).toBe(false);
});

test("a key's name that cannot be one is refused", async () => {
  for (const key of [" ", "a b", "x".repeat(256)]) {
    expect(await code(await ask({ headers: { "idempotency-key": key } }))).toBe("invalid_request");
  }
});

test("a repeated answer costs no quota, even where the quota is used up", async () => {
  await world.sql(`UPDATE tenant SET settings = '{"quotas":{"kya":1}}' WHERE id = $1`, [tenant.id]);
  const headers = { "idempotency-key": "once" };
  expect([(await ask({ headers })).status, (await ask({ headers })).status, (await ask()).status]).toEqual([
    200, 200, 429,
  ]);
  const { n } = await one<{ n: number }>("SELECT count(*)::int AS n FROM usage_event WHERE tenant_id = $1", tenant.id);
  expect(n).toBe(1);
});

test("a form that is sent again under another boundary is the same request", async () => {
  const headers = { "idempotency-key": "form" };
  const send = async () => {
    const form = new FormData();
    form.append("mrz", JSON.stringify(["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"]));
    const packed = new Response(form);
    const type = { "content-type": packed.headers.get("content-type")! };
    const body = new Uint8Array(await packed.arrayBuffer());
    return world.ask(validateDocument, { key: tenant.key, body, headers: { ...headers, ...type } });
  };
  const [first, again] = [await send(), await send()];
  expect([first.status, again.status, again.headers.get("idempotent-replayed")]).toEqual([200, 200, "true"]);
});
