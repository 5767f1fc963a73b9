import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillTables } from "@/server/adapters/testing/fill-tables";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { facePair } from "@/server/domain/sandbox/sound-faces";
import { HOLDER } from "@/server/domain/sandbox/sound-passport";
import { scriptedVision } from "@/server/jobs/testing/scripted-vision";
import { exportAudit } from "@/server/services/audit/export-audit";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";
import { eraseSubject } from "@/server/services/privacy/erase-subject";
import { eraseVerification } from "@/server/services/privacy/erase-verification";
import { exportSubject } from "@/server/services/privacy/export-subject";
import { dumpDatabase, formsOf, tablesOf } from "@/server/services/privacy/testing/database-dump";
import { type LivedPerson, livePerson, PERSON } from "@/server/services/privacy/testing/live-person";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";

let world: TestWorld;
let tenant: TestTenant;
let receiver: Server;
let person: LivedPerson;

beforeAll(async () => {
  world = await createTestWorld({ vision: scriptedVision({}) });
  tenant = await world.tenant({ plan: "enterprise" });
  await fillTables(world, await world.tenant({ name: "Neighbour" }));
  // A receiver that answers what it was sent: its answers are personal data too.
  receiver = createServer((request, response) => void request.pipe(response.writeHead(500)));
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  await createEndpoint(tenant.ctx, {
    url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    events: [],
  });
  person = await livePerson(world, tenant, PERSON);
}, 60_000);
afterAll(async () => {
  receiver.close();
  await world.drop();
});

/** What a person leaves in each table; a table in neither list fails the test until somebody says which it is. */
const WRITTEN_BY_A_LIFE = [
  "approval",
  "consent",
  "document_seen",
  "face",
  "frame_hash",
  "idempotency_record",
  "job",
  "job_step",
  "liveness_challenge",
  "media",
  "outbox_event",
  "request_log",
  "session",
  "webhook_attempt",
  "webhook_delivery",
];
const NOTHING_OF_END_USERS: Readonly<Record<string, string>> = {
  api_key: "the tenant's secrets",
  audit_entry: "no personal data, by rule; searched all the same",
  billing_month: "counts",
  erasure: "proofs; searched all the same",
  executor_event: "ids",
  executor_run: "ids",
  executor_step: "ids and what steps answer; searched all the same",
  face_epoch: "counts",
  invitation: "the tenant's own people",
  invoice: "the tenant",
  invoice_line: "the tenant",
  invoice_series: "counts",
  member: "the tenant's own people",
  meter_cursor: "counts",
  meter_report: "counts",
  operator_grant: "the operator's people",
  password_reset: "the tenant's own people",
  person_session: "the tenant's own people",
  plan: "prices",
  plan_change: "the tenant",
  plan_price: "prices",
  quota_counter: "counts",
  rate_limit: "windows",
  recovery_code: "the tenant's own people",
  signature_seen: "signatures",
  tenant: "the tenant",
  usage_event: "ids",
  user: "the tenant's own people",
  webhook_endpoint: "the tenant's addresses",
  workflow: "the tenant's rules",
  workflow_draft: "the tenant's rules",
  workflow_version: "the tenant's rules",
};

/** Everything of the person that may not be found: in clear, as bytes, and under their sealed forms. */
function traces(): Map<string, readonly string[]> {
  const { names, numbers, reference, profile, metadata, note } = person.known;
  const clear = [...names, ...numbers, reference, ...Object.values(profile), ...Object.values(metadata), note];
  const template = Float32Array.from(facePair(0.93).live.template ?? []);
  return new Map<string, readonly string[]>([
    ...clear.map((value) => [value, formsOf(value)] as const),
    ["picture", formsOf(person.picture.subarray(0, 24))],
    ["template", formsOf(new Uint8Array(template.buffer).subarray(0, 24))],
    ["template as text", [JSON.stringify(facePair(0.93).live.template).slice(1, 40)]],
    ...person.keys.map((key, i) => [`key ${i}`, formsOf(key)] as const),
    ...person.sealed.map((value, i) => [`sealed value ${i}`, [Buffer.from(value).toString("hex")]] as const),
  ]);
}

async function everywhere(): Promise<Map<string, string>> {
  const places = await dumpDatabase(world);
  for await (const { key } of world.adapters.objects.list(`${tenant.id}/`))
    places.set(`object ${key}`, Buffer.from(await world.adapters.objects.get(key)).toString("hex"));
  places.set("log", JSON.stringify(world.logged));
  places.set("mail", JSON.stringify(world.mails));
  return places;
}

function found(places: ReadonlyMap<string, string>): string[] {
  const hits: string[] = [];
  for (const [name, forms] of traces())
    for (const [place, text] of places) if (forms.some((form) => text.includes(form))) hits.push(`${name} in ${place}`);
  return hits;
}

test("every table is known: filled by a person's life here, or said to hold nothing of end users", async () => {
  const known = [...WRITTEN_BY_A_LIFE, ...Object.keys(NOTHING_OF_END_USERS)].sort();
  expect(known, "cover new tables in livePerson, or say here why not").toEqual(await tablesOf(world));
  for (const table of WRITTEN_BY_A_LIFE) {
    const rows = await world.sql(`SELECT 1 FROM "${table}" WHERE tenant_id = $1`, [tenant.id]);
    expect([table, rows.length > 0]).toEqual([table, true]);
  }
});

test("before the erasure the search does find the person: keys, sealed values, identifier and pictures", async () => {
  const hits = found(await everywhere());
  for (const trace of [
    person.known.reference,
    ...person.keys.filter((_, i) => i % 2 === 0).map((_, i) => `key ${2 * i}`),
  ])
    expect(
      hits.some((hit) => hit.startsWith(`${trace} in`)),
      trace,
    ).toBe(true);
  expect(person.sealed.length).toBeGreaterThan(12);
  for (let i = 0; i < person.sealed.length; i++)
    expect(
      hits.some((hit) => hit.startsWith(`sealed value ${i} in`)),
      `sealed value ${i}`,
    ).toBe(true);
  expect(person.opened).toContain(HOLDER.surname.toUpperCase());
});

test("the person's own export holds everything that the tenant knows of them", async () => {
  const zip = unzipSync((await exportSubject(tenant.ctx, { reference: person.known.reference }))!);
  const text = Object.values(zip)
    .map((bytes) => strFromU8(bytes, true))
    .join("\n");
  const { names, numbers, reference, profile, metadata, note } = person.known;
  const utf8 = (value: string) => Buffer.from(value).toString("latin1");
  for (const value of [...names, ...numbers, reference, ...Object.values(profile), ...Object.values(metadata), note])
    expect([value, text.includes(utf8(value))]).toEqual([value, true]);
  for (const id of [...person.jobIds, ...person.sessionIds, ...person.faceId])
    expect([id, Object.keys(zip).some((name) => name.includes(id))]).toEqual([id, true]);
  const pictures = Object.entries(zip).filter(([name]) => /\.(png|jpeg|webp)$/.test(name));
  expect(pictures).toHaveLength(person.pictures);
  for (const [, bytes] of pictures)
    expect(Buffer.from(bytes).includes(Buffer.from(person.picture.subarray(0, 24)))).toBe(true);
});

test("erasing one verification leaves nothing of it, and the person's other data readable", async () => {
  const [first] = person.jobIds;
  await eraseVerification(tenant.ctx, { jobId: first, reason: "request" });
  const places = await everywhere();
  const gone = person.ofJob(first);
  for (const value of gone)
    for (const [place, text] of places) expect([place, text.includes(value)]).toEqual([place, false]);
  expect(await exportSubject(tenant.ctx, { reference: person.known.reference })).toBeDefined();
});

test("after the person is erased no byte of name, number, picture or template is anywhere", async () => {
  await eraseSubject(tenant.ctx, { reference: person.known.reference });
  expect(found(await everywhere())).toEqual([]);
  const lines: string[] = [];
  for await (const line of exportAudit(tenant.ctx)) lines.push(line);
  expect(await verifyAuditLines(lines)).toMatchObject({ intact: true });
  const told = await world.sql<{ type: string }>(
    "SELECT DISTINCT type FROM outbox_event WHERE tenant_id = $1 AND type LIKE 'erasure.%' ORDER BY 1",
    [tenant.id],
  );
  expect(told.map(({ type }) => type)).toEqual(["erasure.completed", "erasure.requested"]);
});
