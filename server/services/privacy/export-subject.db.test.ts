import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import { storeMedia } from "@/server/services/media/store-media";
import { eraseSubject } from "@/server/services/privacy/erase-subject";
import { exportSubject } from "@/server/services/privacy/export-subject";

let world: TestWorld;
let tenant: TestTenant;
const picture = { mime: "image/png" as const, width: 1, height: 1, bytes: Uint8Array.of(1, 2, 3, 4) };
beforeAll(async () => {
  world = await createTestWorld();
  tenant = await world.tenant();
});
afterAll(() => world.drop());

async function verify(of: TestTenant, reference: string, fullName: string): Promise<string> {
  const { ctx } = of;
  const id = ctx.ids.make("job");
  await ctx.database.inTenant(of.id, async (tx) => {
    const { key, sealed } = await ctx.keys.makeDataKey(await openTenantKey(ctx, tx));
    const workflow = await tx.workflow.findFirstOrThrow();
    const input = JSON.stringify({ profile: { full_name: fullName }, metadata: { shop: "7" } });
    await tx.job.create({
      data: {
        id,
        tenant_id: of.id,
        environment: "test",
        reference,
        workflow_id: workflow.id,
        workflow_version: 1,
        data_key_sealed: sealed,
        input_sealed: await ctx.keys.seal(key, input, sealContext("job", "input_sealed", id)),
      },
    });
    await storeMedia(ctx, tx, key, { owner: { jobId: id }, kind: "front", image: picture });
  });
  return id;
}

test("a person gets everything kept about them in clear, and nothing about anybody else", async () => {
  const mine = await verify(tenant, "person-1", "Anna Eriksson");
  await verify(tenant, "person-2", "Somebody Else");
  const zip = await exportSubject(tenant.ctx, { reference: "person-1" });
  const files = unzipSync(zip!);
  const told = JSON.parse(strFromU8(files[`verifications/${mine}.json`]));
  expect(told).toMatchObject({ job_id: mine, reference: "person-1", metadata: { shop: "7" } });
  expect(told.input.profile).toEqual({ full_name: "Anna Eriksson" });
  const pictures = Object.keys(files).filter((name) => name.endsWith(".png"));
  expect(pictures).toHaveLength(1);
  expect(files[pictures[0]]).toEqual(picture.bytes);
  expect(JSON.parse(strFromU8(files["subject.json"]))).toMatchObject({ reference: "person-1", verifications: [mine] });
  expect(
    Object.values(files)
      .map((bytes) => strFromU8(bytes, true))
      .join(),
  ).not.toContain("Somebody");
});

test("the export is audited without the person's identifier", async () => {
  const entries = await world.sql("SELECT * FROM audit_entry WHERE action = 'subject.exported'");
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
    "person-1",
  );
});

test("of an unknown, another tenant's or an erased person there is nothing to export", async () => {
  const other = await world.tenant();
  expect(await exportSubject(tenant.ctx, { reference: "nobody" })).toBeUndefined();
  expect(await exportSubject(other.ctx, { reference: "person-1" })).toBeUndefined();
  expect(await exportSubject({ ...tenant.ctx, environment: "live" }, { reference: "person-1" })).toBeUndefined();
  await eraseSubject(tenant.ctx, { reference: "person-1" });
  expect(await exportSubject(tenant.ctx, { reference: "person-1" })).toBeUndefined();
});
