import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { endpointUrlProblem } from "@/server/domain/webhooks/endpoint-url";
import { judgeAnswer } from "@/server/domain/webhooks/judge-answer";
import { MAX_TRIES, RETRY_WAITS_S, waitAfterTry } from "@/server/domain/webhooks/retry-schedule";
import { signWebhook } from "@/server/domain/webhooks/sign-webhook";

const SECRET = `whsec_${btoa("0123456789abcdef0123456789abcdef")}`;
const OTHER = `whsec_${btoa("fedcba9876543210fedcba9876543210")}`;
const body = JSON.stringify({ type: "job.completed", data: { name: "Zoë" } });

test("a signed webhook is verified by the reference library, and an altered one is not", async () => {
  const headers = await signWebhook({ id: "evt_1", at: new Date(), body, secrets: [SECRET] });
  expect(new Webhook(SECRET).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(SECRET).verify(body.replace("Zoë", "Zoe"), headers)).toThrow();
  expect(() => new Webhook(OTHER).verify(body, headers)).toThrow();
});

test("during a rotation both the old and the new secret verify", async () => {
  const headers = await signWebhook({ id: "evt_1", at: new Date(), body, secrets: [OTHER, SECRET] });
  for (const secret of [SECRET, OTHER]) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
});

test("ten tries take about three days, each wait longer than the last", () => {
  expect(MAX_TRIES).toBe(10);
  const days = RETRY_WAITS_S.reduce((a, b) => a + b, 0) / 86_400;
  expect(days).toBeGreaterThan(2.5);
  expect(days).toBeLessThan(3.5);
  expect([...RETRY_WAITS_S].sort((a, b) => a - b)).toEqual([...RETRY_WAITS_S]);
  expect(waitAfterTry(10)).toBeUndefined();
});

test("only a 2xx delivers, only a 410 ends, a redirect is not followed", () => {
  expect([200, 204, 410, 301, 400, 500, undefined].map((status) => judgeAnswer({ status }))).toEqual([
    "delivered",
    "delivered",
    "gone",
    "retry",
    "retry",
    "retry",
    "retry",
  ]);
});

test("an endpoint must be https without credentials; http only where private addresses are allowed", () => {
  expect(endpointUrlProblem("https://shop.example/hook", false)).toBeUndefined();
  expect(endpointUrlProblem("http://127.0.0.1:4000/hook", false)).toMatch(/https/);
  expect(endpointUrlProblem("http://127.0.0.1:4000/hook", true)).toBeUndefined();
  expect(endpointUrlProblem("https://user:secret@shop.example/", false)).toMatch(/password/);
  expect(endpointUrlProblem("shop.example", true)).toMatch(/complete/);
  expect(endpointUrlProblem("ftp://shop.example", true)).toMatch(/https/);
});
