import { expect, test } from "vitest";
import { mayReadMetrics } from "@/server/api/may-read-metrics";
import { makeMetrics } from "@/server/api/metrics";

const health = {
  queue: { pending: 3, oldestSeconds: 1.5, failedToday: 0 },
  steps: [{ name: "ocr", done: 9, undone: 1, medianMs: 400, p95Ms: 700 }],
  webhooks: { pending: 2, failedToday: 1 },
  requests: { count: 10, serverErrors: 0, p95Ms: 20 },
};

test("calls are counted by endpoint, status and code, and the platform's figures are shown beside them", async () => {
  const figures = makeMetrics();
  figures.observe({ endpoint: "checkProfile", status: 200, seconds: 0.02 });
  figures.observe({ endpoint: "checkProfile", status: 429, code: "rate_limited", seconds: 0.001 });
  const { text, contentType } = await figures.expose(health);
  expect(contentType).toContain("text/plain");
  expect(text).toContain('veriflow_request_duration_seconds_count{endpoint="checkProfile",status="200"} 1');
  expect(text).toContain('veriflow_refusals_total{endpoint="checkProfile",code="rate_limited"} 1');
  expect(text).toContain("veriflow_queue_pending 3");
  expect(text).toContain('veriflow_step_p95_seconds{step="ocr"} 0.7');
});

test("figures are read with the token, or without one by this machine alone", () => {
  const wire = (peer?: string) => ({ target: "/metrics", peer });
  const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });
  expect(mayReadMetrics(bearer("t"), wire("10.0.0.9"), "t")).toBe(true);
  expect(mayReadMetrics(bearer("u"), wire("127.0.0.1"), "t")).toBe(false);
  expect(mayReadMetrics(new Headers(), wire("::ffff:127.0.0.1"), undefined)).toBe(true);
  expect(mayReadMetrics(new Headers(), wire("10.0.0.9"), undefined)).toBe(false);
  expect(mayReadMetrics(new Headers(), undefined, undefined)).toBe(false);
  expect(mayReadMetrics(new Headers({ "x-forwarded-for": "::1" }), wire("::1"), undefined)).toBe(true);
  expect(mayReadMetrics(new Headers({ "x-forwarded-for": "9.9.9.9" }), wire("127.0.0.1"), undefined)).toBe(false);
});
