import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { explainSignature } from "@/server/domain/signing/explain-signature";

const secret = "s3cret";
const body = '{"email":"ada@example.org","profile":{"a":[1,2]}}';
const path = "/v1/kyc/jobs?reference=O'Brien%20x";
const timestamp = "1767225600";
const now = new Date(1767225600_000);
const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const mac = (text: string, key = secret) => createHmac("sha256", key).update(text).digest();
const lines = (...parts: string[]) => mac(parts.join("\n")).toString("hex");
const right = [timestamp, "POST", path, sha(body)] as const;
const explain = (signature: string, more: object = {}) =>
  explainSignature({ secret, timestamp, method: "POST", path, body, signature, now, ...more });

test("the right signature matches, in capitals too", async () => {
  expect(await explain(lines(...right))).toEqual({ matches: true, canonicalString: right.join("\n"), findings: [] });
  expect((await explain(lines(...right).toUpperCase())).matches).toBe(true);
});

test.each([
  ["base64 in place of hex", mac(right.join("\n")).toString("base64"), /base64; send it in hex/],
  ["a plain hash", sha(right.join("\n")), /plain SHA-256/],
  ["key and message swapped", mac(secret, right.join("\n")).toString("hex"), /swapped/],
  ["milliseconds signed", lines(`${timestamp}000`, "POST", path, sha(body)), /milliseconds/],
  ["a lower-case method", lines(timestamp, "post", path, sha(body)), /lower case/],
  ["no query string", lines(timestamp, "POST", "/v1/kyc/jobs", sha(body)), /query string was left out/],
  ["a decoded path", lines(timestamp, "POST", "/v1/kyc/jobs?reference=O'Brien x", sha(body)), /signed decoded/],
  ["no /v1", lines(timestamp, "POST", path.slice(3), sha(body)), /without \/v1/],
  ["an empty body's hash", lines(timestamp, "POST", path, sha("")), /empty body/],
  [
    "Python's JSON layout",
    lines(timestamp, "POST", path, sha('{"email": "ada@example.org", "profile": {"a": [1, 2]}}')),
    /another layout/,
  ],
  ["the body in place of its hash", lines(timestamp, "POST", path, body), /body itself/],
  ["a capital hash", lines(timestamp, "POST", path, sha(body).toUpperCase()), /lower-case hex/],
  ["no separators", mac(right.join("")).toString("hex"), /joined with nothing/],
  ["a written-out \\n", mac(right.join("\\n")).toString("hex"), /backslash/],
  ["a line break at the end", mac(`${right.join("\n")}\n`).toString("hex"), /at the end/],
  ["body and timestamp alone", mac(body + timestamp).toString("hex"), /Body and timestamp/],
])("%s is recognised", async (_, signature, finding) => {
  const explained = await explain(signature);
  expect(explained.matches).toBe(false);
  expect(explained.findings[0]).toMatch(finding);
});

test("two mistakes at once are both named", async () => {
  const { findings } = await explain(lines(`${timestamp}000`, "post", path, sha(body)));
  expect(findings.join(" ")).toMatch(/milliseconds.*lower case/);
});

test("a stale clock is said beside the rest, and what nothing explains is said to be so", async () => {
  const late = await explain(lines(...right), { now: new Date(1767225600_000 + 400_000) });
  expect(late).toMatchObject({ matches: true, findings: [expect.stringMatching(/400 seconds behind/)] });
  expect((await explain(mac("x", "another").toString("hex"))).findings).toEqual([
    expect.stringMatching(/No common mistake/),
  ]);
  expect((await explain("abc")).findings).toEqual([expect.stringMatching(/3 hex digits/)]);
});

test("the right signature is never given away", async () => {
  const explained = await explain("0".repeat(64));
  expect(JSON.stringify(explained)).not.toContain(lines(...right));
  expect(JSON.stringify(explained)).not.toContain(secret);
});
