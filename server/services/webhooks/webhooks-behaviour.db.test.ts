import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { webhookHttp } from "@/server/adapters/webhook-http";
import { resendForgotten } from "@/server/services/jobs/resend-forgotten";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx } from "@/server/services/ports";
import { attemptDelivery } from "@/server/services/webhooks/attempt-delivery";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";
import { deleteEndpoint } from "@/server/services/webhooks/delete-endpoint";
import { getDelivery } from "@/server/services/webhooks/get-delivery";
import { listEndpoints } from "@/server/services/webhooks/list-endpoints";
import { findEndpointReaders, mailDisabled } from "@/server/services/webhooks/mail-disabled";
import { replayRange } from "@/server/services/webhooks/replay-range";
import { updateEndpoint } from "@/server/services/webhooks/update-endpoint";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

let world: TestWorld;
let tenant: TestTenant;
let receiver: Server;
let url = "";
let now = new Date("2026-11-23T10:00:00Z");
let answer: (response: ServerResponse) => unknown = (response) => response.writeHead(200).end();
let heard: IncomingHttpHeaders[] = [];

beforeAll(async () => {
  world = await createTestWorld({
    clock: { now: () => now },
    webhooks: webhookHttp({ allow: "private", timeoutMs: 300 }),
  });
  tenant = await world.tenant();
  receiver = createServer((request, response) => {
    request.resume().on("end", () => {
      heard.push(request.headers);
      answer(response);
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
beforeEach(async () => {
  answer = (response) => response.writeHead(200).end();
  for (const { id } of await listEndpoints(tenant.ctx)) await deleteEndpoint(tenant.ctx, { id });
  heard = [];
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await world.drop();
});

const wait = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
/** One event as any change of state writes it; the ids of its deliveries. */
async function emit(ctx: Ctx = tenant.ctx): Promise<string[]> {
  const data = { key_id: "vf_test_1", label: "First" };
  const due = await ctx.database.inTenant(ctx.tenantId, async (tx) =>
    writeOutbox(ctx, tx, { type: "key.created", subjectId: "k", data, key: await openTenantKey(ctx, tx) }),
  );
  now = new Date(now.getTime() + 1);
  return due.map((event) => event.data.delivery_id);
}
const attempt = (deliveryId: string, number = 1, ctx: Ctx = tenant.ctx) => attemptDelivery(ctx, { deliveryId, number });
const closed: Ctx["webhooks"] = webhookHttp({ allow: "public", timeoutMs: 2_000 });

test.each([
  ["fails", (r: ServerResponse) => r.writeHead(500).end(), {}, { over: false, waitSeconds: 5 }, [500, null, 1]],
  ["hangs", () => undefined, {}, { over: false, waitSeconds: 5 }, [null, "timeout", 1]],
  [
    "redirects",
    (r: ServerResponse) => r.writeHead(307, { location: "/elsewhere" }).end(),
    {},
    { over: false, waitSeconds: 5 },
    [307, null, 1],
  ],
  [
    "answers 410",
    (r: ServerResponse) => r.writeHead(410).end(),
    {},
    { over: true, status: "disabled" },
    [410, null, 1],
  ],
  [
    "resolves to a private address",
    () => undefined,
    { webhooks: closed },
    { over: false, waitSeconds: 5 },
    [null, "address_not_allowed", 0],
  ],
])("a receiver that %s gets the stated behaviour, and the log says so", async (_, reply, outside, outcome, log) => {
  answer = reply;
  const { endpoint } = await createEndpoint(tenant.ctx, { url, events: [] });
  const [id] = await emit();
  expect(await attempt(id, 1, { ...tenant.ctx, ...outside })).toEqual(outcome);
  const [one] = (await getDelivery(tenant.ctx, { id })).tries;
  expect([one.statusCode, one.error, heard.length]).toEqual(log);
  const { status } = (await listEndpoints(tenant.ctx)).find((each) => each.id === endpoint.id)!;
  expect(status).toBe(log[0] === 410 ? "disabled" : "active");
});

test("an endpoint gets no more at a time than it takes, over all workers; each that ends wakes the next", async () => {
  const open: ServerResponse[] = [];
  answer = (response) => open.push(response);
  await createEndpoint(tenant.ctx, { url, events: [], maxConcurrency: 2 });
  const ids = [...(await emit()), ...(await emit()), ...(await emit()), ...(await emit())];
  const running = ids.slice(0, 2).map((id) => attempt(id));
  while (open.length < 2) await new Promise((later) => setTimeout(later, 5));
  for (const id of ids.slice(2)) expect(await attempt(id)).toEqual({ over: true, status: "queued" });
  const before = world.sent.length;
  for (const response of open.splice(0)) response.writeHead(200).end();
  expect((await Promise.all(running)).map((one) => one.over)).toEqual([true, true]);
  const woken = world.sent.slice(before).map(({ data }) => data.delivery_id);
  expect(woken.sort()).toEqual(ids.slice(2).sort());
  expect(heard.length).toBe(2);
});

test("an ordered endpoint gets one event after the other, also where the first fails for a while", async () => {
  await createEndpoint(tenant.ctx, { url, events: [], ordered: true });
  const [first, second] = [...(await emit()), ...(await emit())];
  expect(await attempt(second)).toEqual({ over: true, status: "queued" });
  answer = (response) => response.writeHead(503).end();
  expect(await attempt(first)).toMatchObject({ over: false });
  expect(await attempt(second)).toEqual({ over: true, status: "queued" });
  answer = (response) => response.writeHead(200).end();
  const before = world.sent.length;
  expect(await attempt(first, 2)).toEqual({ over: true, status: "delivered" });
  expect(world.sent.slice(before).map(({ data }) => data.delivery_id)).toEqual([second]);
  expect(await attempt(second)).toEqual({ over: true, status: "delivered" });
});

test("a worker that dies at a delivery holds its turn for seconds, and the sweep wakes those behind it", async () => {
  await createEndpoint(tenant.ctx, { url, events: [], maxConcurrency: 1 });
  const [first, second] = [...(await emit()), ...(await emit())];
  await world.sql("UPDATE webhook_delivery SET leased_until = $2 WHERE id = $1", [
    first,
    new Date(now.getTime() + 20_000),
  ]);
  expect(await attempt(first)).toEqual({ over: false, waitSeconds: 20, again: true });
  expect(await attempt(second)).toEqual({ over: true, status: "queued" });
  wait(0.02);
  const before = world.sent.length;
  await resendForgotten(world.adapters);
  expect(world.sent.slice(before).map(({ data }) => data.delivery_id)).toContain(second);
  expect(await attempt(first)).toEqual({ over: true, status: "delivered" });
});

test("nothing arriving for three days switches an endpoint off: others hear of it, people get a mail", async () => {
  const { endpoint } = await createEndpoint(tenant.ctx, { url, events: ["key.created"] });
  const watcher = await createEndpoint(tenant.ctx, { url: `${url}/watch`, events: ["webhook.disabled"] });
  const [id] = await emit();
  const [behind] = await emit();
  answer = (response) => response.writeHead(500).end();
  for (let number = 1; number <= 10; number++) {
    const outcome = await attempt(id, number);
    if (!outcome.over) wait(outcome.waitSeconds / 3600);
    else expect([number, outcome.status]).toEqual([10, "disabled"]);
  }
  const endpoints = await listEndpoints(tenant.ctx);
  expect(endpoints.find((one) => one.id === endpoint.id)).toMatchObject({
    status: "disabled",
    disabledReason: "failing",
  });
  expect((await getDelivery(tenant.ctx, { id: behind })).status).toBe("failed");
  const told = await world.sql("SELECT 1 FROM webhook_delivery WHERE endpoint_id = $1", [watcher.endpoint.id]);
  expect(told).toHaveLength(1);
  for (const reader of await findEndpointReaders(world.adapters, tenant.id))
    await mailDisabled(world.adapters, { tenantId: tenant.id, deliveryId: id, reader });
  expect(world.mails.at(-1)).toMatchObject({ to: "support@tenant.example", text: expect.stringContaining(url) });
});

test("an endpoint that works again in between is not switched off by one delivery that is given up", async () => {
  const { endpoint } = await createEndpoint(tenant.ctx, { url, events: [] });
  const [bad] = await emit();
  answer = (response) => response.writeHead(500).end();
  for (let number = 1; number <= 9; number++) await attempt(bad, number);
  answer = (response) => response.writeHead(200).end();
  const [good] = await emit();
  await attempt(good);
  answer = (response) => response.writeHead(500).end();
  expect(await attempt(bad, 10)).toEqual({ over: true, status: "failed" });
  expect((await listEndpoints(tenant.ctx)).find((one) => one.id === endpoint.id)).toMatchObject({ status: "active" });
});

test("a time is sent again in order: what failed, what was never sent, and on request what arrived", async () => {
  const { endpoint } = await createEndpoint(tenant.ctx, { url, events: ["key.created"] });
  const from = now;
  const [arrived] = await emit();
  await attempt(arrived);
  const [given] = await emit();
  await world.sql("UPDATE webhook_delivery SET status = 'failed' WHERE id = $1", [given]);
  await world.sql("UPDATE webhook_endpoint SET status = 'disabled' WHERE id = $1", [endpoint.id]);
  expect(await emit()).toEqual([]);
  const to = now;
  const range = { id: endpoint.id, from, to, onlyFailed: true };
  await expect(replayRange(tenant.ctx, range)).rejects.toMatchObject({ code: "conflict" });
  await updateEndpoint(tenant.ctx, { id: endpoint.id, status: "active" });
  const later = await emit();
  const before = world.sent.length;
  expect(await replayRange(tenant.ctx, range)).toEqual({ replayed: 2, nextFrom: null });
  const due = world.sent.slice(before).map(({ data }) => data.delivery_id as string);
  expect([due[0], due.includes(arrived), due.includes(later[0])]).toEqual([given, false, false]);
  for (const id of due) expect(await attempt(id)).toEqual({ over: true, status: "delivered" });
  expect(await replayRange(tenant.ctx, range)).toMatchObject({ replayed: 0 });
  expect(await replayRange(tenant.ctx, { ...range, onlyFailed: false })).toMatchObject({ replayed: 3 });
  const stranger = (await world.tenant()).ctx;
  await expect(replayRange(stranger, range)).rejects.toMatchObject({ code: "not_found" });
});
