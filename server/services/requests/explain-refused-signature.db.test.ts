import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { acceptSignature } from "@/server/services/requests/accept-signature";
import { explainRefusedSignature } from "@/server/services/requests/explain-refused-signature";

let world: TestWorld;
let tenant: TestTenant;
beforeAll(async () => {
  world = await createTestWorld();
  tenant = await world.tenant();
});
afterAll(() => world?.drop());

function request(method = "GET") {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const text = [timestamp, method, "/v1/kyc/jobs", createHash("sha256").digest("hex")].join("\n");
  const signature = createHmac("sha256", tenant.key.secret).update(text).digest("hex");
  return { keyId: tenant.key.id, timestamp, method: "GET", path: "/v1/kyc/jobs", body: "", signature };
}

test("a tenant learns what was wrong with its request, and whether it came before", async () => {
  const wrong = await explainRefusedSignature(tenant.ctx, request("get"));
  expect(wrong).toMatchObject({ matches: false, key: "usable", seenBefore: false });
  expect(wrong.findings[0]).toMatch(/lower case/);
  const right = request();
  const use = { key: tenant.key, signature: right.signature, expiresAt: new Date(Date.now() + 60_000) };
  expect(await acceptSignature(world.adapters, use)).toMatchObject({ first: true });
  expect(await explainRefusedSignature(tenant.ctx, right)).toMatchObject({ matches: true, seenBefore: true });
});

test("a revoked key is said to be revoked, and another tenant's key is not there", async () => {
  const stranger = await world.tenant();
  await expect(explainRefusedSignature(stranger.ctx, request())).rejects.toMatchObject({ code: "not_found" });
  await world.sql("UPDATE api_key SET revoked_at = now() WHERE id = $1", [tenant.key.id]);
  expect(await explainRefusedSignature(tenant.ctx, request())).toMatchObject({ key: "revoked" });
});
