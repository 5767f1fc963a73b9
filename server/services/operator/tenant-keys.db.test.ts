import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { listTenantKeys } from "@/server/services/operator/list-tenant-keys";
import { revokeTenantKey } from "@/server/services/operator/revoke-tenant-key";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";

let world: TestWorld;
let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  world = await createTestWorld();
  [tenant, other] = [await world.tenant(), await world.tenant()];
});
afterAll(() => world.drop());

const ctx = () => ({ ...world.adapters, actor: "usr_operator", traceId: "trace" });

test("an operator ends a leaked key: it is gone at once, the tenant is told, and both audits say who did it", async () => {
  await createEndpoint(tenant.ctx, { url: "https://hooks.example/", events: ["key.revoked"] });
  const { id } = tenant.key;
  expect((await listTenantKeys(world.adapters, { tenantId: tenant.id })).map((key) => key.id)).toEqual([id]);
  await revokeTenantKey(ctx(), { tenantId: tenant.id, id });
  expect(await listTenantKeys(world.adapters, { tenantId: tenant.id })).toEqual([]);
  const told = "SELECT type FROM outbox_event WHERE tenant_id = $1 AND type = 'key.revoked'";
  expect(await world.sql(told, [tenant.id])).toHaveLength(1);
  const audited = await world.sql<{ chain: string; actor: string }>(
    "SELECT chain, actor FROM audit_entry WHERE action = 'key.revoked' AND target = $1",
    [id],
  );
  expect(audited.sort((a, b) => a.chain.localeCompare(b.chain))).toEqual([
    { chain: "operator", actor: "usr_operator" },
    { chain: tenant.id, actor: "usr_operator" },
  ]);
});

test("a key of another tenant than the one named stays, and no audit says otherwise", async () => {
  const before = await world.sql("SELECT count(*) FROM audit_entry");
  const wrong = revokeTenantKey(ctx(), { tenantId: tenant.id, id: other.key.id });
  await expect(wrong).rejects.toMatchObject({ code: "not_found" });
  expect((await listTenantKeys(world.adapters, { tenantId: other.id })).map((key) => key.id)).toEqual([other.key.id]);
  expect(await world.sql("SELECT count(*) FROM audit_entry")).toEqual(before);
});
