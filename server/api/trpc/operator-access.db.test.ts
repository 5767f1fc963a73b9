import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { appRouter } from "@/server/api/trpc/app-router";
import { makePerson, signInAs, type TestPerson, visitorOf } from "@/server/services/people/testing/make-person";

let world: TestWorld;
let ours: TestTenant;
let theirs: TestTenant;
beforeAll(async () => {
  world = await createTestWorld();
  [ours, theirs] = [await world.tenant({ name: "Ours" }), await world.tenant({ name: "Theirs" })];
  for (const { id } of [ours, theirs]) {
    const [workflow] = await world.sql<{ id: string }>("SELECT id FROM workflow WHERE tenant_id = $1", [id]);
    const columns = "id, tenant_id, environment, workflow_id, workflow_version, status";
    await world.sql(`INSERT INTO job (${columns}) VALUES ($1, $2, 'test', $3, 1, 'completed')`, [
      `job_${id}`,
      id,
      workflow.id,
    ]);
  }
});
afterAll(() => world.drop());

async function callerOf(person: TestPerson, tenantId?: string) {
  const visitor = await visitorOf(world, await signInAs(world, person));
  return appRouter.createCaller({
    adapters: world.adapters,
    traceId: "trace",
    tenantId,
    environment: "test",
    visitor: async () => visitor,
    address: undefined,
    baseUrl: "https://verify.example",
  });
}

test("from the operator's question over the tenant's leave to the look, and no further than that tenant", async () => {
  const support = await callerOf(await makePerson(world, { operatorRole: "support" }));
  const owner = await callerOf(await makePerson(world, { roles: { [ours.id]: "owner" } }), ours.id);
  const look = { tenantId: ours.id, environment: "test" as const };
  const code = (work: Promise<unknown>) =>
    work.then(
      () => "OK",
      (error: { code: string }) => error.code,
    );
  expect(await code(support.operatorAccess.verifications(look))).toBe("FORBIDDEN");
  const { id } = await support.operatorAccess.request({ tenantId: ours.id, reason: "A webhook is missing", hours: 1 });
  expect(await code(support.operatorAccess.verifications(look))).toBe("FORBIDDEN");
  expect((await owner.access.list()).map((grant) => [grant.reason, grant.status])).toEqual([
    ["A webhook is missing", "requested"],
  ]);
  await owner.access.decide({ id, allow: true });
  const { rows } = await support.operatorAccess.verifications(look);
  expect(rows.map((row) => row.id)).toEqual([`job_${ours.id}`]);
  expect(await code(support.operatorAccess.verifications({ ...look, tenantId: theirs.id }))).toBe("FORBIDDEN");
  expect(await code(support.operatorAccess.verification({ ...look, id: `job_${theirs.id}` }))).toBe("NOT_FOUND");
  const audit = await owner.audit.list({});
  expect(audit.filter((entry) => entry.action === "operator.looked").map((entry) => entry.details)).toEqual([
    { what: "operatorAccess.verification" },
    { what: "operatorAccess.verifications" },
  ]);
  await owner.access.end({ id });
  expect(await code(support.operatorAccess.verifications(look))).toBe("FORBIDDEN");
});
