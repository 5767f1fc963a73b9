import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { appendAudit } from "@/server/services/audit/append-audit";
import { archiveAudit } from "@/server/services/audit/archive-audit";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";
import type { ObjectStore } from "@/server/services/ports";

let world: TestWorld;
let tenant: TestTenant;
const locks: (Date | undefined)[] = [];
/** The folder, as a store that takes locks and notes them. */
let objects: ObjectStore;
beforeAll(async () => {
  world = await createTestWorld();
  tenant = await world.tenant();
  const put: ObjectStore["put"] = (key, bytes, options) => {
    locks.push(options?.lockUntil);
    return world.adapters.objects.put(key, bytes);
  };
  objects = { ...world.adapters.objects, put };
});
afterAll(() => world.drop());

const archive = () => archiveAudit({ ...world.adapters, objects }, { chain: tenant.id, lockDays: 365 });
const append = () =>
  world.database.inTenant(tenant.id, (tx) => appendAudit(tenant.ctx, tx, { action: "x", target: "y" }));

async function archivedLines(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects.list(`audit/${tenant.id}/`)) keys.push(key);
  const files = await Promise.all(keys.sort().map((key) => objects.get(key)));
  return files.flatMap((bytes) => new TextDecoder().decode(bytes).trimEnd().split("\n"));
}

test("each archive holds what is new, under a lock, and together they verify as one chain", async () => {
  const first = await archive();
  await append();
  await append();
  expect(await archive()).toMatchObject({ entries: 2 });
  expect(await archive()).toEqual({ entries: 0, key: undefined });
  expect(await verifyAuditLines(await archivedLines())).toMatchObject({ intact: true, entries: first.entries + 2 });
  expect(locks.every((until) => until && until.getTime() > Date.now() + 364 * 86_400_000)).toBe(true);
});

test("a chain that was tampered with is not archived", async () => {
  await append();
  await world.sql("ALTER TABLE audit_entry DISABLE TRIGGER append_only");
  await world.sql("UPDATE audit_entry SET target = 'z' WHERE chain = $1 AND seq = 2", [tenant.id]);
  await expect(archive()).rejects.toThrow("broken at line 2: altered");
});
