import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalString, signature, signedHeaders, timestampSeconds } from "@/server/contract/signing";

const encoder = new TextEncoder();

test("the signature is the specification's formula, computed here by another implementation", async () => {
  const body = encoder.encode('{"full_name":"Zoë"}');
  const request = { timestamp: "1767225600", method: "POST", path: "/v1/kya/check?a=%20b", body };
  const headers = await signedHeaders({ keyId: "vf_test_a", secret: "s3cret" }, request);
  const bodySha256 = createHash("sha256").update(body).digest("hex");
  const text = `1767225600\nPOST\n/v1/kya/check?a=%20b\n${bodySha256}`;
  expect(canonicalString({ ...request, bodySha256 })).toBe(text);
  expect(headers).toEqual({
    "X-API-KEY": "vf_test_a",
    "X-API-TIMESTAMP": "1767225600",
    "X-API-SIGN": createHmac("sha256", "s3cret").update(text).digest("hex"),
  });
});

test("any part that changes, changes the signature", async () => {
  const parts = { timestamp: "1", method: "GET", path: "/v1/kyc/jobs", bodySha256: "00" };
  const variants = [
    parts,
    { ...parts, timestamp: "2" },
    { ...parts, method: "POST" },
    { ...parts, path: "/v1/kyc/jobs?" },
  ];
  const all = await Promise.all([...variants, { ...parts, bodySha256: "01" }].map((p) => signature("s", p)));
  expect(new Set([...all, await signature("t", parts)]).size).toBe(6);
});

test("timestamps are seconds, with or without a fraction, or thirteen digits of milliseconds", () => {
  const read = ["1767225600", "1767225600.25", "1767225600250", "2026-01-01T00:00:00Z", "", "-5", "1e9", " 1"];
  expect(read.map(timestampSeconds)).toEqual([1767225600, 1767225600.25, 1767225600.25, ...Array(5).fill(undefined)]);
});
