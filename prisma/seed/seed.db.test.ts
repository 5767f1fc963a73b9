import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seed } from "@/prisma/seed/seed";
import { createTestWorld, type TestWorld } from "@/server/adapters/testing/test-world";
import { signIn } from "@/server/services/people/sign-in";
import { findKey } from "@/server/services/requests/find-key";

let world: TestWorld;
const dataDir = mkdtempSync(join(tmpdir(), "veriflow-seed-"));
const options = { dataDir, baseUrl: "http://localhost:3000", demo: true };
const seedDemo = async () => (await seed(world.adapters, options))!;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(async () => {
  await world.drop();
  rmSync(dataDir, { recursive: true });
});

const counts = async () =>
  Promise.all(
    ["plan", "tenant", "user", "member", "api_key", "workflow", "audit_entry"].map(
      async (table) => (await world.sql<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`))[0].n,
    ),
  );

test("without the demo there are plans and nothing else: no tenant, no key, no account", async () => {
  expect(await seed(world.adapters, { ...options, demo: false })).toBeUndefined();
  const [plans, ...others] = await counts();
  expect(plans).toBeGreaterThan(0);
  expect(others).toEqual(others.map(() => 0));
  expect(existsSync(join(dataDir, "credentials.json"))).toBe(false);
});

test("the seed makes keys and sign-ins that work, in a file that only its owner reads", async () => {
  const made = await seedDemo();
  expect(await findKey(world.adapters, made.api_key)).toMatchObject({ secret: made.api_secret, environment: "test" });
  expect(await findKey(world.adapters, made.live.api_key)).toMatchObject({ environment: "live" });
  expect(made.api_key).toMatch(/^vf_test_/);
  expect(made.live.api_key).toMatch(/^vf_live_/);
  await expect(signIn(world.adapters, made.dashboard)).resolves.toMatchObject({ email: made.dashboard.email });
  await expect(signIn(world.adapters, made.operator)).resolves.toMatchObject({ email: made.operator.email });
  expect(statSync(join(dataDir, "credentials.json")).mode & 0o777).toBe(0o600);
});

test("a second seed changes nothing and answers the same, and two at once do not collide", async () => {
  const [first, before] = [await seedDemo(), await counts()];
  const both = await Promise.all([seedDemo(), seedDemo()]);
  expect(both).toEqual([first, first]);
  expect(await counts()).toEqual(before);
});

test("where the credentials were lost, new ones are made that work", async () => {
  const before = await seedDemo();
  rmSync(join(dataDir, "credentials.json"));
  const after = await seedDemo();
  expect(after.dashboard.password).not.toBe(before.dashboard.password);
  await expect(signIn(world.adapters, after.dashboard)).resolves.toBeDefined();
  expect(await findKey(world.adapters, after.api_key)).toMatchObject({ secret: after.api_secret });
});
