import { AwsClient } from "aws4fetch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { objectsInS3 } from "@/server/adapters/objects/objects-s3";
import { hasRadosgw, type Radosgw, startRadosgw } from "@/server/adapters/testing/start-radosgw";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { appendAudit } from "@/server/services/audit/append-audit";
import { archiveAudit } from "@/server/services/audit/archive-audit";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";
import type { ObjectStore } from "@/server/services/ports";

/** Against a real S3 server that enforces Object Lock; not run where Ceph's gateway is not installed. */
describe.skipIf(!hasRadosgw)("the audit's copy under Object Lock", () => {
  const bucket = "veriflow-audit";
  let gateway: Radosgw;
  let client: AwsClient;
  let world: TestWorld;
  let tenant: TestTenant;
  let objects: ObjectStore;
  let key = "";

  beforeAll(async () => {
    gateway = await startRadosgw();
    const { endpoint, accessKeyId, secretAccessKey } = gateway;
    client = new AwsClient({ accessKeyId, secretAccessKey, region: "us-east-1", service: "s3" });
    const headers = { "x-amz-bucket-object-lock-enabled": "true" };
    expect((await client.fetch(`${endpoint}/${bucket}`, { method: "PUT", headers })).status).toBe(200);
    objects = objectsInS3({ bucket, region: "us-east-1", endpoint, accessKeyId, secretAccessKey });
    world = await createTestWorld({ objects });
    tenant = await world.tenant();
    key = (await archiveAudit(world.adapters, { chain: tenant.id, lockDays: 365 })).key ?? "";
  }, 180_000);
  afterAll(async () => {
    await world?.drop();
    await gateway?.stop();
  });

  const url = (query = "") => `${gateway.endpoint}/${bucket}/${key}${query}`;
  async function versions(): Promise<string[]> {
    const listed = await client.fetch(`${gateway.endpoint}/${bucket}?versions`);
    const found = [...(await listed.text()).matchAll(/<Version>.*?<VersionId>([^<]+)</gs)];
    return found.map(([, id]) => id);
  }

  test("is kept in compliance mode until its day", async () => {
    const retention = await (await client.fetch(url("?retention"))).text();
    expect(retention).toContain("<Mode>COMPLIANCE</Mode>");
    const until = Date.parse(/<RetainUntilDate>([^<]+)</.exec(retention)?.[1] ?? "");
    expect(until).toBeGreaterThan(Date.now() + 364 * 86_400_000);
  });

  test("can be deleted, overwritten or unlocked by nobody, its owner included", async () => {
    const [version] = await versions();
    const gone = await client.fetch(url(`?versionId=${version}`), { method: "DELETE" });
    expect([403, (await versions()).includes(version)]).toEqual([gone.status, true]);
    const body = `<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>${new Date(Date.now() + 60_000).toISOString()}</RetainUntilDate></Retention>`;
    const shortened = await client.fetch(url("?retention"), { method: "PUT", body });
    expect(shortened.status).toBe(403);
    await objects.put(key, Buffer.from("forged"));
    const kept = await (await client.fetch(url(`?versionId=${version}`))).text();
    expect(await verifyAuditLines(kept.trimEnd().split("\n"))).toMatchObject({ intact: true, chain: tenant.id });
  });

  test("goes on where it ended, and all of it together verifies as one chain", async () => {
    await world.database.inTenant(tenant.id, (tx) => appendAudit(tenant.ctx, tx, { action: "x", target: "y" }));
    const [version] = (await versions()).slice(-1);
    const more = await archiveAudit(world.adapters, { chain: tenant.id, lockDays: 1 });
    expect(more.entries).toBe(1);
    const first = await (await client.fetch(url(`?versionId=${version}`))).text();
    const second = new TextDecoder().decode(await objects.get(more.key ?? ""));
    expect(await verifyAuditLines(`${first}${second}`.trimEnd().split("\n"))).toMatchObject({ intact: true });
  });
});
