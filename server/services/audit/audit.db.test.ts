import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { appendAudit, appendOperatorAudit } from "@/server/services/audit/append-audit";
import { exportAudit, exportOperatorAudit } from "@/server/services/audit/export-audit";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";

let world: TestWorld;
let tenant: TestTenant;
beforeAll(async () => {
  world = await createTestWorld();
  tenant = await world.tenant();
});
afterAll(() => world.drop());

const append = (action: string, details = {}) =>
  world.database.inTenant(tenant.id, (tx) => appendAudit(tenant.ctx, tx, { action, target: "job_1", details }));
async function gather(source: AsyncIterable<string>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of source) lines.push(line);
  return lines;
}
const exported = () => gather(exportAudit(tenant.ctx));

test("entries appended side by side make one unbroken chain", async () => {
  const before = (await exported()).length;
  await Promise.all(
    Array.from({ length: 60 }, (_, i) => append("job.created", { i, text: "ü€😀", list: ["a"], none: null, f: 0.1 })),
  );
  expect(await verifyAuditLines(await exported())).toMatchObject({
    intact: true,
    entries: before + 60,
    chain: tenant.id,
  });
});

test("an entry stands if and only if the change does", async () => {
  const before = await exported();
  const failing = world.database.inTenant(tenant.id, async (tx) => {
    await appendAudit(tenant.ctx, tx, { action: "job.erased", target: "job_1" });
    throw new Error("taken back");
  });
  await expect(failing).rejects.toThrow("taken back");
  expect(await exported()).toEqual(before);
});

test("a tenant can write neither into another's chain nor into the operator's", async () => {
  const other = await world.tenant();
  const asTenant = (chain: { tenantId: string }) =>
    world.database.inTenant(tenant.id, (tx) =>
      appendAudit({ ...tenant.ctx, ...chain }, tx, { action: "x", target: "y" }),
    );
  await expect(asTenant({ tenantId: other.id })).rejects.toThrow(/row-level security/);
  const operator = world.database.inTenant(tenant.id, (tx) =>
    appendOperatorAudit(tenant.ctx, tx, { action: "x", target: "y" }),
  );
  await expect(operator).rejects.toThrow(/row-level security/);
});

test("the operator's chain is its own, and intact", async () => {
  const lines = await gather(exportOperatorAudit(world.adapters));
  expect(await verifyAuditLines(lines)).toMatchObject({ intact: true, chain: "operator" });
});

test("what somebody with the owner's rights changed behind the triggers is named", async () => {
  await world.sql("ALTER TABLE audit_entry DISABLE TRIGGER append_only");
  await world.sql("UPDATE audit_entry SET actor = 'nobody' WHERE chain = $1 AND seq = 5", [tenant.id]);
  expect(await verifyAuditLines(await exported())).toMatchObject({ intact: false, line: 5, problem: "altered" });
  await world.sql("DELETE FROM audit_entry WHERE chain = $1 AND seq = 3", [tenant.id]);
  expect(await verifyAuditLines(await exported())).toMatchObject({
    intact: false,
    line: 3,
    problem: "missing_or_moved",
  });
});
