import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { QUOTA_REACHED, type QuotaMark } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import { findQuotaReaders, mailQuota, noteQuotaMail } from "@/server/services/usage/mail-quota";
import { resendQuotaMails } from "@/server/services/usage/resend-quota-mails";
import { takeQuota } from "@/server/services/usage/take-quota";

let now = new Date("2026-10-05T12:00:00Z");
let world: TestWorld;
let tenant: TestTenant;
beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now } });
});
afterAll(() => world.drop());
beforeEach(async () => {
  now = new Date("2026-10-05T12:00:00Z");
  tenant = await world.tenant();
  world.sent.length = 0;
  world.mails.length = 0;
});

async function limit(calls: number): Promise<void> {
  await world.sql("UPDATE tenant SET settings = $2 WHERE id = $1", [tenant.id, { quotas: { ocr: calls } }]);
}

async function take(): Promise<void> {
  const due = await world.database.inTenant(tenant.id, (tx) => takeQuota(tenant.ctx, tx, "ocr"));
  await sendEvents(tenant.ctx, due);
}

/** What the durable function does with an event, step by step. */
async function deliver(): Promise<void> {
  for (const { name, data } of world.sent.splice(0)) {
    if (name !== QUOTA_REACHED) continue;
    const of = { ...(data as unknown as QuotaMark), tenantId: String(data.tenant_id) };
    const readers = await findQuotaReaders(world.adapters, of);
    for (const reader of readers) await mailQuota(world.adapters, of, reader);
    if (readers.length > 0) await noteQuotaMail(world.adapters, of);
  }
}

async function addMember(role: string): Promise<string> {
  const id = `usr_${tenant.id}_${role}`;
  const user = [id, `${role}@tenant.example`.replace("@", `.${tenant.id}@`)];
  await world.sql(`INSERT INTO "user" (id, email, name, password_hash) VALUES ($1, $2, 'N', 'h')`, user);
  await world.sql("INSERT INTO member (tenant_id, user_id, role) VALUES ($1, $2, $3)", [tenant.id, id, role]);
  return user[1];
}

test("of calls at once, one says that 80 % and one that 100 % is reached: a webhook and a mail each, once a month", async () => {
  await limit(50);
  await Promise.allSettled(Array.from({ length: 80 }, take));
  const events = await world.sql(
    "SELECT type, count(*)::int AS n FROM outbox_event WHERE tenant_id = $1 AND type LIKE 'quota.%' GROUP BY 1 ORDER BY 1",
    [tenant.id],
  );
  expect(events).toEqual([
    { type: "quota.exhausted", n: 1 },
    { type: "quota.warning", n: 1 },
  ]);
  await deliver();
  expect(world.mails.map(({ to, subject }) => [to, subject]).sort()).toEqual([
    ["support@tenant.example", "Quota for ocr 80 % used (test keys, 2026-10)"],
    ["support@tenant.example", "Quota for ocr used up (test keys, 2026-10)"],
  ]);
  await limit(100);
  await Promise.allSettled(Array.from({ length: 60 }, take));
  await deliver();
  expect(world.mails).toHaveLength(2);
  now = new Date("2026-11-01T00:00:00Z");
  await Promise.all(Array.from({ length: 80 }, take));
  await deliver();
  expect(world.mails).toHaveLength(3);
});

test("owners, admins and billing members get it, each one mail under an id of its own; others do not", async () => {
  const readers = [await addMember("owner"), await addMember("billing"), await addMember("admin")];
  await addMember("developer");
  await limit(5);
  for (let i = 0; i < 4; i++) await take();
  await deliver();
  expect(world.mails.map(({ to }) => to).sort()).toEqual(readers.sort());
  expect(new Set(world.mails.map(({ id }) => id)).size).toBe(3);
  expect(world.mails[0].text).toContain("4 of 5 calls were made in 2026-10");
});

test("a quota that is used up by its first call is told as used up alone", async () => {
  await limit(1);
  await take();
  await deliver();
  expect(world.mails.map(({ subject }) => subject)).toEqual(["Quota for ocr used up (test keys, 2026-10)"]);
});

test("a mail whose start was lost with its process goes out later, once", async () => {
  await limit(5);
  for (let i = 0; i < 4; i++) await take();
  world.sent.length = 0;
  expect(await resendQuotaMails(world.adapters)).toBe(0);
  now = new Date("2026-10-05T12:31:00Z");
  expect(await resendQuotaMails(world.adapters)).toBe(1);
  await deliver();
  expect(world.mails).toHaveLength(1);
  now = new Date("2026-10-05T14:00:00Z");
  expect(await resendQuotaMails(world.adapters)).toBe(0);
});
