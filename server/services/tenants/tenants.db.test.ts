import { afterAll, beforeAll, expect, test } from "vitest";
import { makeKeys } from "@/server/adapters/keys/keys";
import { localKeyProvider } from "@/server/adapters/keys/local-key-provider";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { WorkflowDefinition } from "@/server/domain/workflow/definition";
import { findKey } from "@/server/services/requests/find-key";
import { rewrapTenantKeys } from "@/server/services/tenants/rewrap-tenant-keys";

const filled = (byte: number) => new Uint8Array(32).fill(byte);
let world: TestWorld;
let tenant: TestTenant;
beforeAll(async () => {
  world = await createTestWorld({ keys: makeKeys(localKeyProvider(filled(1))) });
  tenant = await world.tenant();
});
afterAll(() => world.drop());

test("a new tenant has a data key of its own and a default workflow that can run", async () => {
  const other = await world.tenant();
  const [a, b] = await world.sql<{ data_key_sealed: Buffer }>("SELECT data_key_sealed FROM tenant ORDER BY id");
  const [one, two] = [
    await world.adapters.keys.openDataKey(a.data_key_sealed, "master"),
    await world.adapters.keys.openDataKey(b.data_key_sealed, "master"),
  ];
  expect(Buffer.compare(one.bytes, two.bytes)).not.toBe(0);
  const versions = await world.database.inTenant(other.id, (tx) =>
    tx.workflowVersion.findMany({ include: { workflow: true } }),
  );
  expect(versions).toHaveLength(1);
  expect(versions[0]).toMatchObject({ version: 1, workflow: { is_default: true, active_version: 1 } });
  expect(WorkflowDefinition.parse(versions[0].definition).steps.length).toBeGreaterThan(0);
});

test("after a rotation of the master key everything opens without the old one", async () => {
  const both = { ...world.adapters, keys: makeKeys(localKeyProvider(filled(2), [filled(1)])) };
  const only = { ...world.adapters, keys: makeKeys(localKeyProvider(filled(2))) };
  await expect(findKey(only, tenant.key.id)).rejects.toThrow("another master key");
  expect(await rewrapTenantKeys({ ...both, actor: "test" })).toBe(2);
  expect(await findKey(only, tenant.key.id)).toMatchObject({ secret: tenant.key.secret });
  await expect(findKey(world.adapters, tenant.key.id)).rejects.toThrow("another master key");
});
