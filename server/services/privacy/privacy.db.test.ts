import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { exportAudit } from "@/server/services/audit/export-audit";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";
import { readMedia } from "@/server/services/media/read-media";
import type { ObjectStore } from "@/server/services/ports";
import { eraseSubject } from "@/server/services/privacy/erase-subject";
import { eraseVerification } from "@/server/services/privacy/erase-verification";
import { sweepOrphans } from "@/server/services/privacy/sweep-orphans";
import { sweepRetention } from "@/server/services/privacy/sweep-retention";
import { NAME, writeVerification } from "@/server/services/privacy/testing/write-verification";

let world: TestWorld;
let tenant: TestTenant;
let now = new Date("2026-03-01T00:00:00Z");
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now } });
  tenant = await world.tenant();
});
afterAll(() => world.drop());

const makeVerification = (of: TestTenant, reference: string, status?: string) =>
  writeVerification(of, reference, now, status);
const REFERENCE = "customer-4711-anna";

/** Every value of every table as text, bytes as hex: what a dump of the whole database would hold. */
async function dump(): Promise<string> {
  const tables = await world.sql<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  );
  const texts = await Promise.all(
    tables.map(
      async ({ name }) =>
        (await world.sql<{ text: string | null }>(`SELECT string_agg(t::text, E'\\n') AS text FROM "${name}" t`))[0]
          .text,
    ),
  );
  return texts.join("\n");
}
const hex = (bytes: Uint8Array | string) => Buffer.from(bytes as string).toString("hex");

test("after an erasure no copy of the key, no sealed value, no name and no reference is anywhere", async () => {
  const made = await makeVerification(tenant, REFERENCE);
  expect(await dump()).toContain(hex(made.wrapped));
  expect(new TextDecoder().decode(await readMedia(tenant.ctx, made.key, made.media[0]))).toContain(NAME);

  const proof = await eraseVerification(tenant.ctx, { jobId: made.jobId, reason: "request" });

  const left = await dump();
  for (const trace of [hex(made.wrapped), hex(made.key.bytes), NAME, hex(NAME), REFERENCE, hex(REFERENCE)]) {
    expect(left.includes(trace), trace).toBe(false);
  }
  for (const { storage_key } of made.media) {
    await expect(world.adapters.objects.get(storage_key)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(JSON.stringify(world.logged)).not.toContain(REFERENCE);
  expect(proof).toMatchObject({ target: made.jobId, reason: "request", media: 2, requested_by: tenant.key.id });
  expect(proof.completed_at).toEqual(now);
});

test("an erasure leaves the decision, cancels what was not sent, and the audit still verifies", async () => {
  const made = await makeVerification(tenant, REFERENCE, "processing");
  await eraseVerification(tenant.ctx, { jobId: made.jobId, reason: "request" });
  const [job] = await world.sql("SELECT status, decision, data_key_sealed, erased_at FROM job WHERE id = $1", [
    made.jobId,
  ]);
  expect(job).toEqual({ status: "cancelled", decision: "accepted", data_key_sealed: null, erased_at: now });
  const pending = await world.sql(
    "SELECT 1 FROM webhook_delivery d JOIN outbox_event e ON e.id = d.event_id WHERE e.subject_id = $1 AND d.status = 'pending'",
    [made.jobId],
  );
  expect(pending).toEqual([]);
  const lines: string[] = [];
  for await (const line of exportAudit(tenant.ctx)) lines.push(line);
  expect(await verifyAuditLines(lines)).toMatchObject({ intact: true });
  expect(lines.at(-1)).toContain('"action":"job.erased"');
});

test("erasing twice gives the same proof, and another tenant's verification is not there", async () => {
  const made = await makeVerification(tenant, REFERENCE);
  const [a, b] = await Promise.all(
    [1, 2].map(() => eraseVerification(tenant.ctx, { jobId: made.jobId, reason: "request" })),
  );
  expect(a.id).toBe(b.id);
  const other = await world.tenant();
  const theirs = await makeVerification(other, REFERENCE);
  await expect(eraseVerification(tenant.ctx, { jobId: theirs.jobId, reason: "request" })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(
    await world.sql("SELECT 1 FROM job WHERE id = $1 AND data_key_sealed IS NOT NULL", [theirs.jobId]),
  ).toHaveLength(1);
});

test("a store that does not let go leaves the proof open, and a later sweep completes it", async () => {
  const made = await makeVerification(tenant, REFERENCE);
  const stuck: ObjectStore = { ...world.adapters.objects, delete: () => Promise.reject(new Error("store is away")) };
  const open = await eraseVerification({ ...tenant.ctx, objects: stuck }, { jobId: made.jobId, reason: "request" });
  expect(open.completed_at).toBeNull();
  await sweepRetention(world.adapters, tenant.id);
  const [proof] = await world.sql("SELECT completed_at FROM erasure WHERE id = $1", [open.id]);
  expect(proof.completed_at).toEqual(now);
  await expect(world.adapters.objects.get(made.media[0].storage_key)).rejects.toMatchObject({ code: "not_found" });
});

test("a proof can be neither changed nor deleted by those who write it", async () => {
  const attempts = [
    () => world.database.inTenant(tenant.id, (tx) => tx.erasure.updateMany({ data: { reason: "x" } })),
    () => world.database.inTenant(tenant.id, (tx) => tx.erasure.deleteMany()),
    () => world.database.asPlatform((tx) => tx.erasure.deleteMany()),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/permission denied/);
});

test("a subject is erased everywhere the tenant knows them, and nobody else is", async () => {
  const here = await world.tenant();
  const [one, two, other] = [
    await makeVerification(here, "subject-1"),
    await makeVerification(here, "subject-1"),
    await makeVerification(here, "subject-2"),
  ];
  const face = {
    tenant_id: here.id,
    environment: "test",
    model_id: "m",
    model_version: "1",
    data_key_sealed: Buffer.of(1),
    template_sealed: Buffer.of(2),
  };
  await world.database.inTenant(here.id, (tx) =>
    tx.face.createMany({
      data: ["subject-1", "subject-2"].map((subject) => ({ ...face, subject, id: here.ctx.ids.make("fac") })),
    }),
  );
  const { proofs, faces } = await eraseSubject(here.ctx, { reference: "subject-1" });
  expect(proofs.map((proof) => proof.target).sort()).toEqual([one.jobId, two.jobId].sort());
  expect(faces).toBe(1);
  const left = await dump();
  expect(left).not.toContain("subject-1");
  expect(left).toContain(hex(other.wrapped));
  expect(await world.adapters.objects.get(other.media[0].storage_key)).toBeDefined();
});

test("the sweep takes pictures when their days are over, then keys, and leaves what is not due", async () => {
  const here = await world.tenant();
  const old = await makeVerification(here, "old");
  const running = await makeVerification(here, "running", "processing");
  await world.sql('UPDATE tenant SET settings = \'{"retention":{"media":30,"results":60}}\' WHERE id = $1', [here.id]);
  const start = now;
  expect(await sweepRetention(world.adapters, here.id)).toMatchObject({ media: 0, verifications: 0 });
  now = days(31);
  const fresh = await makeVerification(here, "fresh");
  expect(await sweepRetention(world.adapters, here.id)).toMatchObject({ media: 2, verifications: 0 });
  await expect(world.adapters.objects.get(old.media[0].storage_key)).rejects.toMatchObject({ code: "not_found" });
  expect(await world.sql("SELECT 1 FROM job WHERE id = $1 AND result_sealed IS NOT NULL", [old.jobId])).toHaveLength(1);
  now = days(30);
  expect(await sweepRetention(world.adapters, here.id)).toMatchObject({ verifications: 1 });
  expect(
    await world.sql("SELECT id FROM job WHERE tenant_id = $1 AND erased_at IS NULL ORDER BY id", [here.id]),
  ).toEqual([{ id: fresh.jobId }, { id: running.jobId }].sort((a, b) => (a.id < b.id ? -1 : 1)));
  expect(await world.sql("SELECT reason FROM erasure WHERE target = $1", [old.jobId])).toEqual([
    { reason: "retention" },
  ]);
  now = start;
});

test("objects of which no row tells are removed once they are a day old, and no other", async () => {
  const here = await world.tenant();
  const made = await makeVerification(here, "kept");
  await world.adapters.objects.put(`${here.id}/job_x/med_lost`, Uint8Array.of(1));
  const real = new Date();
  expect(await sweepOrphans({ ...world.adapters, clock: { now: () => real } }, here.id)).toBe(0);
  const tomorrow = new Date(real.getTime() + 25 * 3_600_000);
  expect(await sweepOrphans({ ...world.adapters, clock: { now: () => tomorrow } }, here.id)).toBe(1);
  await expect(world.adapters.objects.get(`${here.id}/job_x/med_lost`)).rejects.toMatchObject({ code: "not_found" });
  expect(await world.adapters.objects.get(made.media[0].storage_key)).toBeDefined();
});
