import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "@/server/adapters/database/database";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { createKey } from "@/server/services/keys/create-key";
import { listKeys } from "@/server/services/keys/list-keys";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { revokeKey } from "@/server/services/keys/revoke-key";
import { rotateKey } from "@/server/services/keys/rotate-key";
import { sealContext } from "@/server/services/keys/seal-context";
import { findKey } from "@/server/services/requests/find-key";

let world: TestWorld;
let tenant: TestTenant;
let now = new Date("2026-05-01T00:00:00Z");
beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now } });
});
afterAll(() => world.drop());
beforeEach(async () => {
  now = new Date("2026-05-01T00:00:00Z");
  tenant = await world.tenant();
});

const actions = async () =>
  (
    await world.sql<{ action: string }>("SELECT action FROM audit_entry WHERE chain = $1 ORDER BY seq", [tenant.id])
  ).map((row) => row.action);

test("a key's secret is in the database only sealed, and is never listed", async () => {
  const made = await createKey(tenant.ctx, { environment: "test", label: "Shop", scopes: ["ocr"] });
  const [row] = await world.sql("SELECT * FROM api_key WHERE id = $1", [made.id]);
  expect(JSON.stringify(row)).not.toContain(made.secret);
  expect(Buffer.from(row.secret_sealed as Buffer).includes(made.secret)).toBe(false);
  const listed = (await listKeys(tenant.ctx)).find((key) => key.id === made.id);
  expect(listed).toMatchObject({ label: "Shop", scopes: ["ocr"], status: "active", environment: "test" });
  expect(JSON.stringify(listed)).not.toContain(made.secret);
});

test("live keys are not among the test environment's", async () => {
  await createKey(tenant.ctx, { environment: "live", label: "Live" });
  expect((await listKeys(tenant.ctx)).map((key) => key.environment)).toEqual(["test"]);
  expect((await listKeys({ ...tenant.ctx, environment: "live" })).map((key) => key.label)).toEqual(["Live"]);
});

test("a revoked key is refused from then on, and the revocation is audited once", async () => {
  await revokeKey(tenant.ctx, { id: tenant.key.id });
  await revokeKey(tenant.ctx, { id: tenant.key.id });
  expect(await findKey(world.adapters, tenant.key.id)).toMatchObject({ refusedBecause: "revoked" });
  expect((await actions()).filter((action) => action === "key.revoked")).toHaveLength(1);
});

test("after a rotation old and new work side by side until the overlap ends", async () => {
  const made = await rotateKey(tenant.ctx, { id: tenant.key.id, overlapHours: 24 });
  expect((await findKey(world.adapters, tenant.key.id))?.refusedBecause).toBeUndefined();
  expect(await findKey(world.adapters, made.id)).toMatchObject({ secret: made.secret, refusedBecause: undefined });
  now = new Date(made.oldKeyUntil.getTime());
  expect(await findKey(world.adapters, tenant.key.id)).toMatchObject({ refusedBecause: "expired" });
  expect((await findKey(world.adapters, made.id))?.refusedBecause).toBeUndefined();
  await expect(rotateKey(tenant.ctx, { id: tenant.key.id, overlapHours: 1 })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("another tenant's key cannot be seen, revoked or rotated, and nothing of the try stays", async () => {
  const other = await world.tenant();
  const before = await actions();
  await expect(revokeKey(other.ctx, { id: tenant.key.id })).rejects.toMatchObject({ code: "not_found" });
  await expect(rotateKey(other.ctx, { id: tenant.key.id, overlapHours: 1 })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await listKeys(other.ctx)).map((key) => key.id)).toEqual([other.key.id]);
  expect(await actions()).toEqual(before);
});

test("a key that another process has just used is refused there from the commit of its revocation on", async () => {
  const other = openDatabase(world.serverUrl, { poolSize: 2 });
  const there = () => findKey({ ...world.adapters, database: other }, tenant.key.id);
  try {
    expect((await there())?.refusedBecause).toBeUndefined();
    await revokeKey(tenant.ctx, { id: tenant.key.id });
    expect((await there())?.refusedBecause).toBe("revoked");
  } finally {
    await other.close();
  }
});

test("making, rolling over and revoking a key each tell the tenant's endpoints, without its secret", async () => {
  const events = () => world.sql("SELECT id, type FROM outbox_event WHERE tenant_id = $1", [tenant.id]);
  const before = new Set((await events()).map(({ id }) => id));
  const made = await createKey(tenant.ctx, { environment: "test", label: "Shop" });
  const successor = await rotateKey(tenant.ctx, { id: made.id, overlapHours: 1 });
  await revokeKey(tenant.ctx, { id: made.id });
  const told = (await events()).filter(({ id }) => !before.has(id)).map(({ type }) => type);
  expect(told.sort()).toEqual(["key.created", "key.revoked", "key.rotated"]);
  const [event] = await world.sql("SELECT * FROM outbox_event WHERE tenant_id = $1 AND type = 'key.rotated'", [
    tenant.id,
  ]);
  const tenantKey = await tenant.ctx.database.inTenant(tenant.id, (tx) => openTenantKey(tenant.ctx, tx));
  const context = sealContext("outbox_event", "body_sealed", String(event.id));
  const body = new TextDecoder().decode(
    await tenant.ctx.keys.open(tenantKey, event.body_sealed as Uint8Array, context),
  );
  expect(JSON.parse(body).data).toEqual({
    key_id: made.id,
    label: "Shop",
    new_key_id: successor.id,
    old_key_until: "2026-05-01T01:00:00.000Z",
  });
  expect(body).not.toContain(successor.secret);
});

test("a successor carries scopes, addresses and lifetime, and two roll-overs at once make one", async () => {
  const made = await createKey(tenant.ctx, {
    environment: "test",
    label: "Shop",
    scopes: ["ocr"],
    ipAllow: ["203.0.113.0/24"],
    expiresAt: new Date("2026-05-31T00:00:00Z"),
  });
  const rolled = await rotateKey(tenant.ctx, { id: made.id, overlapHours: 0 });
  expect((await listKeys(tenant.ctx)).find((key) => key.id === rolled.id)).toMatchObject({
    scopes: ["ocr"],
    ipAllow: ["203.0.113.0/24"],
    expiresAt: new Date("2026-05-31T00:00:00Z"),
  });
  expect((await findKey(world.adapters, made.id))?.refusedBecause).toBe("expired");
  const both = await Promise.allSettled([0, 1].map(() => rotateKey(tenant.ctx, { id: rolled.id, overlapHours: 0 })));
  expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});
