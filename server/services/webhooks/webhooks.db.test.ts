import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { RETRY_WAITS_S } from "@/server/domain/webhooks/retry-schedule";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { attemptDelivery } from "@/server/services/webhooks/attempt-delivery";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";
import { deleteEndpoint } from "@/server/services/webhooks/delete-endpoint";
import { getDelivery } from "@/server/services/webhooks/get-delivery";
import { listDeliveries } from "@/server/services/webhooks/list-deliveries";
import { listEndpoints } from "@/server/services/webhooks/list-endpoints";
import { replayDelivery } from "@/server/services/webhooks/replay-delivery";
import { rotateWebhookSecret } from "@/server/services/webhooks/rotate-secret";
import { updateEndpoint } from "@/server/services/webhooks/update-endpoint";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

let world: TestWorld;
let tenant: TestTenant;
let receiver: Server;
let url = "";
let status = 200;
let received: { headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  world = await createTestWorld();
  tenant = await world.tenant();
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.writeHead(status).end("noted");
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
beforeEach(async () => {
  received = [];
  status = 200;
  for (const { id } of await listEndpoints(tenant.ctx)) await deleteEndpoint(tenant.ctx, { id });
});
afterAll(async () => {
  receiver.close();
  await world.drop();
});

/** Writes one event as any change of state does; answers the ids of its deliveries. */
async function emit(ctx = tenant.ctx): Promise<string[]> {
  const data = { key_id: "vf_test_1", label: "First" };
  const due = await ctx.database.inTenant(ctx.tenantId, async (tx) =>
    writeOutbox(ctx, tx, { type: "key.created", subjectId: "vf_test_1", data, key: await openTenantKey(ctx, tx) }),
  );
  return due.map((event) => event.data.delivery_id);
}

test("an event reaches every endpoint that wants it, signed so that the reference library verifies it", async () => {
  const wants = await createEndpoint(tenant.ctx, { url, events: [] });
  await createEndpoint(tenant.ctx, { url, events: ["job.completed"] });
  const [delivery, ...others] = await emit();
  expect(others).toEqual([]);
  expect(await attemptDelivery(tenant.ctx, { deliveryId: delivery, number: 1 })).toEqual({
    over: true,
    status: "delivered",
  });
  const body = new Webhook(wants.secret).verify(received[0].body, received[0].headers as Record<string, string>);
  expect(body).toMatchObject({ type: "key.created", data: { label: "First" }, environment: "test" });
  expect(received[0].headers["webhook-id"]).toBe((body as { id: string }).id);
});

test("a delivered event is not sent again by a second run", async () => {
  await createEndpoint(tenant.ctx, { url, events: [] });
  const [deliveryId] = await emit();
  await attemptDelivery(tenant.ctx, { deliveryId, number: 1 });
  await attemptDelivery(tenant.ctx, { deliveryId, number: 2 });
  expect(received.length).toBe(1);
});

test("a receiver that fails is tried ten times by the schedule, every try in the log, then the delivery has failed", async () => {
  await createEndpoint(tenant.ctx, { url, events: [] });
  const [deliveryId] = await emit();
  status = 500;
  const waits: unknown[] = [];
  for (let number = 1; number <= 10; number++) {
    const outcome = await attemptDelivery(tenant.ctx, { deliveryId, number });
    waits.push(outcome.over ? outcome.status : outcome.waitSeconds);
  }
  expect(waits).toEqual([...RETRY_WAITS_S, "failed"]);
  const view = await getDelivery(tenant.ctx, { id: deliveryId });
  expect(view.status).toBe("failed");
  expect(view.tries.map((one) => [one.number, one.statusCode, one.answer])).toEqual(
    Array.from({ length: 10 }, (_, i) => [i + 1, 500, "noted"]),
  );
});

test("410 ends the delivery and switches the endpoint off for later events", async () => {
  await createEndpoint(tenant.ctx, { url, events: [] });
  const [deliveryId] = await emit();
  status = 410;
  expect(await attemptDelivery(tenant.ctx, { deliveryId, number: 1 })).toEqual({ over: true, status: "disabled" });
  expect((await listEndpoints(tenant.ctx))[0]).toMatchObject({ status: "disabled", disabledReason: "gone" });
  expect(await emit()).toEqual([]);
});

test("what a paused endpoint misses is held and sent when it is active again", async () => {
  const { endpoint } = await createEndpoint(tenant.ctx, { url, events: [] });
  await updateEndpoint(tenant.ctx, { id: endpoint.id, status: "paused" });
  const [deliveryId] = await emit();
  expect(await attemptDelivery(tenant.ctx, { deliveryId, number: 1 })).toEqual({ over: true, status: "held" });
  expect(received).toEqual([]);
  const before = world.sent.length;
  await updateEndpoint(tenant.ctx, { id: endpoint.id, status: "active" });
  expect(world.sent.slice(before).map(({ data }) => data.delivery_id)).toEqual([deliveryId]);
  expect(await attemptDelivery(tenant.ctx, { deliveryId, number: 1 })).toMatchObject({ status: "delivered" });
});

test("after a rotation the old and the new secret verify, until the overlap ends", async () => {
  const { endpoint, secret: old } = await createEndpoint(tenant.ctx, { url, events: [] });
  const { secret } = await rotateWebhookSecret(tenant.ctx, { id: endpoint.id });
  const verify = (by: string) =>
    new Webhook(by).verify(received[0].body, received[0].headers as Record<string, string>);
  await attemptDelivery(tenant.ctx, { deliveryId: (await emit())[0], number: 1 });
  expect(verify(old)).toEqual(verify(secret));
  await rotateWebhookSecret(tenant.ctx, { id: endpoint.id, overlapHours: 0 });
  received = [];
  await attemptDelivery(tenant.ctx, { deliveryId: (await emit())[0], number: 1 });
  expect(() => verify(secret)).toThrow();
});

test("a finished delivery can be replayed under its first id, one on its way cannot", async () => {
  await createEndpoint(tenant.ctx, { url, events: [] });
  const [id] = await emit();
  await expect(replayDelivery(tenant.ctx, { id })).rejects.toMatchObject({ code: "conflict" });
  await attemptDelivery(tenant.ctx, { deliveryId: id, number: 1 });
  await replayDelivery(tenant.ctx, { id });
  expect(world.sent.at(-1)?.data.delivery_id).toBe(id);
  await attemptDelivery(tenant.ctx, { deliveryId: id, number: 1 });
  expect(received.map(({ headers }) => headers["webhook-id"])).toEqual(
    Array(2).fill(received[0].headers["webhook-id"]),
  );
});

test("another tenant, and the other environment, see neither endpoints nor deliveries", async () => {
  const { endpoint } = await createEndpoint(tenant.ctx, { url, events: [] });
  const [id] = await emit();
  const stranger = (await world.tenant()).ctx;
  for (const ctx of [stranger, { ...tenant.ctx, environment: "live" as const }]) {
    expect(await listEndpoints(ctx)).toEqual([]);
    expect((await listDeliveries(ctx, { limit: 10 })).rows).toEqual([]);
    await expect(getDelivery(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(replayDelivery(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(rotateWebhookSecret(ctx, { id: endpoint.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(updateEndpoint(ctx, { id: endpoint.id, url })).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await listDeliveries(tenant.ctx, { limit: 10 })).rows.map((row) => row.id)).toContain(id);
});

test("neither the secret nor the body nor the answer lies in the database in the clear", async () => {
  const { secret } = await createEndpoint(tenant.ctx, { url, events: [] });
  await attemptDelivery(tenant.ctx, { deliveryId: (await emit())[0], number: 1 });
  const tables = ["webhook_endpoint", "outbox_event", "webhook_attempt"];
  for (const table of tables) {
    const rows = await world.sql<{ text: string }>(
      `SELECT encode(convert_to(t::text, 'UTF8'), 'hex') AS text FROM ${table} t`,
    );
    const all = Buffer.from(rows.map((row) => row.text).join(""), "hex").toString("latin1");
    const hex = (text: string) => Buffer.from(text).toString("hex");
    for (const clear of [secret.slice(6), "First", "noted"]) {
      expect([table, clear, all.includes(clear)]).toEqual([table, clear, false]);
      expect([table, clear, all.includes(hex(clear))]).toEqual([table, clear, false]);
    }
  }
});
