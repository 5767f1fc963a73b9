import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { stripeMeters } from "@/server/adapters/stripe-meters";
import type { MeterSink } from "@/server/services/ports";

interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly form: Record<string, string>;
}
const heard: Heard[] = [];
let answer: (response: ServerResponse, form: Record<string, string>) => void;
let server: Server;
let sink: MeterSink;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const form = Object.fromEntries(new URLSearchParams(body));
      heard.push({ method: String(request.method), path: String(request.url), headers: request.headers, form });
      answer(response, form);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sink = stripeMeters({ secretKey: "rk_test_secret", apiBase: base, eventPrefix: "veriflow_", timeoutMs: 300 });
});
afterAll(() => server.close());
beforeEach(() => {
  heard.length = 0;
});

const event = {
  id: "mtr_1",
  eventName: "veriflow_ocr",
  customerId: "cus_1",
  value: 25,
  at: new Date(1_700_000_000_900),
};

function reply(status: number, body: unknown, headers: Record<string, string> = {}) {
  answer = (response) => response.writeHead(status, headers).end(JSON.stringify(body));
}
const error = (fields: Record<string, string>) => ({ error: { type: "invalid_request_error", ...fields } });

test("a meter event is posted as Stripe's form, under an Idempotency-Key and an identifier that stay the same", async () => {
  reply(200, { object: "billing.meter_event", identifier: "mtr_1" });
  expect(await sink.send(event)).toEqual({ taken: true });
  expect(heard[0]).toMatchObject({
    method: "POST",
    path: "/v1/billing/meter_events",
    headers: {
      authorization: "Bearer rk_test_secret",
      "content-type": "application/x-www-form-urlencoded",
      "idempotency-key": "mtr_1",
      "stripe-version": "2025-04-30.basil",
    },
    form: {
      event_name: "veriflow_ocr",
      "payload[stripe_customer_id]": "cus_1",
      "payload[value]": "25",
      identifier: "mtr_1",
      timestamp: "1700000000",
    },
  });
});

test("an event that Stripe has already was taken: the first answer was lost, not the event", async () => {
  reply(400, error({ message: "An event already exists with identifier mtr_1." }), { "stripe-should-retry": "false" });
  expect(await sink.send(event)).toEqual({ taken: true });
});

test("too many calls, a call still running, a wrong key and faults of theirs are for later, as late as they ask", async () => {
  for (const status of [429, 409, 401, 500, 503]) {
    reply(status, error({ message: "later" }), { "retry-after": "7" });
    await expect(sink.send(event), String(status)).rejects.toMatchObject({
      code: "unavailable",
      details: { service: "stripe", status },
      retryAfterSeconds: 7,
    });
  }
  answer = (response) => response.socket?.destroy();
  await expect(sink.send(event)).rejects.toMatchObject({ code: "unavailable" });
  answer = () => undefined;
  await expect(sink.send(event)).rejects.toMatchObject({ code: "unavailable", details: { reason: "TimeoutError" } });
  reply(307, {}, { location: `${base}/elsewhere` });
  await expect(sink.send(event)).rejects.toMatchObject({ code: "unavailable" });
  expect(heard.map(({ path }) => path)).not.toContain("/elsewhere");
});

test("what Stripe will never take is refused with its code, and neither key nor message goes on", async () => {
  reply(400, error({ code: "resource_missing", message: "No such customer: 'cus_1'" }));
  expect(await sink.send(event)).toEqual({ refused: "400 resource_missing" });
  answer = (response) => response.writeHead(403).end("<html>");
  expect(await sink.send(event)).toEqual({ refused: "403" });
});
