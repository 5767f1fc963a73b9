import { expect, test } from "vitest";
import { ApiError, createClient } from "@/server/contract/client";
import { ERRORS, type ErrorCode } from "@/server/contract/errors";
import { sha256Hex, signature } from "@/server/contract/signing";
import { ENDPOINTS } from "@/server/contract/v1/index";

interface Sent {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** A server that gives the stated answers in turn, and keeps what it was sent. */
function server(...answers: (Response | ErrorCode)[]) {
  const sent: Sent[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const body = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
    sent.push({ url: new URL(String(input)), method: init.method!, headers: new Headers(init.headers), body });
    const answer = answers[sent.length - 1];
    return typeof answer === "string" ? refused(answer) : answer;
  };
  const options = {
    baseUrl: "https://api.example",
    keyId: "vf_test_a",
    secret: "s3cret",
    fetch,
    now: () => 1767225600000,
  };
  return { sent, client: createClient(options) };
}

function refused(code: ErrorCode): Response {
  const { status, message } = ERRORS[code];
  const error = { code, message, details: { a: 1 }, trace_id: "t" };
  return Response.json({ error }, { status, headers: { "Retry-After": "0" } });
}

const score = () => Response.json(ENDPOINTS.checkProfile.example.output);
const jobs = () => Response.json(ENDPOINTS.listJobs.example.output);

test("requests are signed over exactly what is sent, and parameters are encoded", async () => {
  const { sent, client } = server(jobs(), Response.json(ENDPOINTS.getJob.example.output));
  await client.call(ENDPOINTS.listJobs, { query: { reference: "O'Brien & co/ü", limit: 2 } });
  await client.call(ENDPOINTS.getJob, { params: { id: "a/b?c" } });
  expect(sent[1].url.pathname).toBe("/v1/kyc/jobs/a%2Fb%3Fc");
  for (const { url, method, headers, body } of sent) {
    const timestamp = headers.get("x-api-timestamp")!;
    const parts = { timestamp, method, path: url.pathname + url.search, bodySha256: await sha256Hex(body) };
    expect(headers.get("x-api-sign")).toBe(await signature("s3cret", parts));
  }
});

test("two calls in one instant bear different timestamps", async () => {
  const { sent, client } = server(jobs(), jobs());
  await Promise.all([client.call(ENDPOINTS.listJobs, {}), client.call(ENDPOINTS.listJobs, {})]);
  expect(new Set(sent.map(({ headers }) => headers.get("x-api-timestamp"))).size).toBe(2);
});

test("bytes of a picture go out as base64, Node's Buffers too", async () => {
  const output = ENDPOINTS.readDocument.example.output;
  const { sent, client } = server(Response.json(output), Response.json(output));
  for (const bytes of [new Uint8Array([1, 2, 3]), Buffer.from([1, 2, 3])]) {
    await client.call(ENDPOINTS.readDocument, { body: { image_front_base64: bytes } });
  }
  const bodies = sent.map(({ body }) => JSON.parse(new TextDecoder().decode(body)));
  expect(bodies).toEqual(Array(2).fill({ image_front_base64: "AQID" }));
});

test("a refusal is thrown with its code, particulars and trace id", async () => {
  const { client } = server("invalid_request");
  const error = await client.call(ENDPOINTS.checkProfile, { body: {} }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 422, code: "invalid_request", details: { a: 1 }, traceId: "t" });
});

test("what may pass is tried again, newly signed; what would act twice or cannot pass is not", async () => {
  const reading = server("overloaded", "rate_limited", jobs());
  await reading.client.call(ENDPOINTS.listJobs, {});
  expect(new Set(reading.sent.map(({ headers }) => headers.get("x-api-sign"))).size).toBe(3);

  const acting = server("overloaded", score());
  await expect(acting.client.call(ENDPOINTS.checkProfile, { body: {} })).rejects.toThrow(ApiError);
  const safe = server("overloaded", score());
  await safe.client.call(ENDPOINTS.checkProfile, { body: {}, idempotencyKey: "k" });
  expect([acting.sent.length, safe.sent.length, safe.sent[1].headers.get("idempotency-key")]).toEqual([1, 2, "k"]);

  const final = server("quota_exceeded", jobs());
  await expect(final.client.call(ENDPOINTS.listJobs, {})).rejects.toMatchObject({ code: "quota_exceeded" });
});
