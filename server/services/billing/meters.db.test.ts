import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stripeMeters } from "@/server/adapters/stripe-meters";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { gatherUsage } from "@/server/services/billing/gather-usage";
import { readMeters } from "@/server/services/billing/read-meters";
import { sendUsage } from "@/server/services/billing/send-usage";
import { setMeterCustomer } from "@/server/services/billing/set-meter-customer";
import type { Adapters, MeterSink } from "@/server/services/ports";
import { recordUsage } from "@/server/services/usage/record-usage";

/** What speaks Stripe's protocol: it takes an identifier once, and fails as it is told to. */
const taken = new Map<string, { customer: string; name: string; value: number }>();
let trouble: (() => number | "lost") | undefined;
let server: Server;
let world: TestWorld;
let tenant: TestTenant;
let ctx: Adapters & { meters: MeterSink };
let now = new Date("2026-10-01T00:00:00Z");
let serial = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const form = new URLSearchParams(body);
      const id = String(form.get("identifier"));
      const failing = trouble?.();
      if (typeof failing === "number") return response.writeHead(failing).end("{}");
      if (taken.has(id)) {
        const error = { type: "invalid_request_error", message: `An event already exists with identifier ${id}.` };
        return response.writeHead(400).end(JSON.stringify({ error }));
      }
      const customer = String(form.get("payload[stripe_customer_id]"));
      taken.set(id, { customer, name: String(form.get("event_name")), value: Number(form.get("payload[value]")) });
      if (failing === "lost") return response.socket?.destroy();
      return response.writeHead(200).end("{}");
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const meters = stripeMeters({ secretKey: "sk_test_x", apiBase, eventPrefix: "veriflow_" });
  world = await createTestWorld({ clock: { now: () => now }, meters });
  ctx = { ...world.adapters, meters };
  tenant = await world.tenant({ environment: "live" });
  await setMeterCustomer({ ...ctx, actor: "usr_operator" }, { tenantId: tenant.id, customerId: "cus_ours" });
  await gatherUsage(ctx);
});
afterAll(async () => {
  server.close();
  await world.drop();
});

async function call(count: number, of: TestTenant = tenant, environment: "live" | "test" = "live") {
  const calls = Array.from({ length: count }, () => ({
    module: "ocr" as const,
    sourceId: `req_${serial++}`,
    keyId: null,
  }));
  await world.database.inTenant(of.id, (tx) => recordUsage({ ...of.ctx, environment }, tx, ...calls));
}

const told = () => [...taken.values()].reduce((sum, { value }) => sum + value, 0);

test("each billed call of a known tenant is told once, by the hour, though answers are lost and calls refused", async () => {
  const stranger = await world.tenant({ environment: "live" });
  for (let hour = 0; hour < 4; hour++) {
    now = new Date(Date.UTC(2026, 9, 1, 1 + hour, 30));
    await call(5);
    await call(3, stranger);
    await call(2, tenant, "test");
  }
  now = new Date("2026-10-01T06:00:00Z");
  while ((await gatherUsage(ctx, 7)).more);
  let turn = 0;
  trouble = () => [429, "lost", 500, "lost", 503][turn++ % 7] as number | "lost";
  for (let tries = 0; tries < 20; tries++) if (!(await sendUsage(ctx).catch(() => ({ more: true }))).more) break;
  trouble = undefined;
  await sendUsage(ctx);
  expect([...taken.values()].every(({ customer, name }) => customer === "cus_ours" && name === "veriflow_ocr")).toBe(
    true,
  );
  expect(told()).toBe(20);
  const { on, tenants } = await readMeters(ctx);
  expect(on).toBe(true);
  expect(tenants.find(({ tenantId }) => tenantId === tenant.id)).toMatchObject({
    pending: 0,
    refused: 0,
    sent: taken.size,
  });
});

test("gathering at once in several processes takes each call into one report", async () => {
  const before = told();
  now = new Date("2026-10-02T01:00:00Z");
  await call(40);
  now = new Date("2026-10-02T03:00:00Z");
  await Promise.all(Array.from({ length: 6 }, () => gatherUsage(ctx, 9)));
  while ((await gatherUsage(ctx, 9)).more);
  await sendUsage(ctx);
  expect(told() - before).toBe(40);
});

test("a call that is not settled yet waits, and a refusal is kept with its reason and does not hold up the rest", async () => {
  now = new Date("2026-10-03T01:00:00Z");
  await call(1);
  expect(await gatherUsage(ctx)).toEqual({ seen: 0, more: false });
  now = new Date("2026-10-03T01:10:00Z");
  expect(await gatherUsage(ctx)).toEqual({ seen: 1, more: false });
  trouble = () => 403;
  expect(await sendUsage(ctx)).toEqual({ sent: 0, refused: 1, more: false });
  trouble = undefined;
  const { tenants } = await readMeters(ctx);
  expect(tenants.find(({ tenantId }) => tenantId === tenant.id)).toMatchObject({ refused: 1, lastError: "403" });
});
