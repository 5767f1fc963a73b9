import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { objectsByRegion } from "@/server/adapters/objects/objects-by-region";
import { objectsInFolder } from "@/server/adapters/objects/objects-folder";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { readMedia } from "@/server/services/media/read-media";
import { storeMedia } from "@/server/services/media/store-media";
import type { ObjectStore } from "@/server/services/ports";
import { sweepOrphans } from "@/server/services/privacy/sweep-orphans";

const folder = mkdtempSync(join(tmpdir(), "veriflow-regions-"));
const standard = objectsInFolder(join(folder, "standard"));
const stores = { eu: objectsInFolder(join(folder, "eu")), us: objectsInFolder(join(folder, "us")) };
const image = { mime: "image/png", width: 1, height: 1, bytes: Uint8Array.of(7, 8, 9) } as const;
let world: TestWorld;
let tenant: TestTenant;

beforeAll(async () => {
  world = await createTestWorld({ objects: objectsByRegion(standard, stores) });
  tenant = await world.tenant();
});
afterAll(async () => {
  await world.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function keysIn(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}
const settle = (region: string) => world.sql("UPDATE tenant SET region = $1 WHERE id = $2", [region, tenant.id]);
async function store(session: string) {
  const { key } = await tenant.ctx.keys.makeDataKey("master");
  const id = await world.database.inTenant(tenant.id, (tx) =>
    storeMedia(tenant.ctx, tx, key, { owner: { sessionId: session }, kind: "live", image }),
  );
  return { id, key };
}

test("a tenant's pictures are in its region's store and in no other, and are read from where they are after it moves", async () => {
  await settle("eu");
  const { id, key } = await store("ses_1");
  const expected = [`in-eu/${tenant.id}/ses_1/${id}`];
  expect(await keysIn(stores.eu, `in-eu/${tenant.id}/`)).toEqual(expected);
  expect(await keysIn(stores.us, `in-us/${tenant.id}/`)).toEqual([]);
  expect(await keysIn(standard, `${tenant.id}/`)).toEqual([]);
  await settle("us");
  const read = await readMedia(tenant.ctx, key, { id, storage_key: expected[0] });
  expect([...read]).toEqual([...image.bytes]);
  const moved = await store("ses_2");
  expect(await keysIn(stores.us, `in-us/${tenant.id}/`)).toEqual([`in-us/${tenant.id}/ses_2/${moved.id}`]);
});

test("a region that is not configured is refused, and nothing is kept elsewhere instead", async () => {
  await settle("mars");
  await expect(store("ses_3")).rejects.toMatchObject({ code: "unavailable", details: { region: "mars" } });
  expect(await world.sql("SELECT 1 FROM media WHERE session_id = 'ses_3'")).toEqual([]);
  expect(await keysIn(standard, `${tenant.id}/`)).toEqual([]);
});

test("what no row tells of is swept in every region", async () => {
  await settle("eu");
  for (const home of ["", "in-eu/", "in-us/"]) {
    await tenant.ctx.objects.put(`${home}${tenant.id}/job_gone/med_gone`, Uint8Array.of(1));
  }
  const later = { now: () => new Date(Date.now() + 3 * 86_400_000) };
  expect(await sweepOrphans({ ...world.adapters, clock: later }, tenant.id)).toBe(3);
  expect(await keysIn(stores.us, `in-us/${tenant.id}/`)).toHaveLength(1);
});
