import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import type { DocumentEvidence } from "@/server/domain/documents/evidence";
import { findSightings } from "@/server/services/documents/find-sightings";
import { eraseVerification } from "@/server/services/privacy/erase-verification";
import { writeVerification } from "@/server/services/privacy/testing/write-verification";

let world: TestWorld;
let tenant: TestTenant;
beforeAll(async () => {
  world = await createTestWorld();
  tenant = await world.tenant();
});
afterAll(() => world.drop());

const HASH = "0123456789abcdef0123456789abcdef0123456789abcdef";
const NEAR = "0123456789abcdef0123456789abcde00123456789abcde0";
const FAR = "fedcba9876543210fedcba9876543210fedcba9876543210";

async function present(of: TestTenant, hash: string, number: string, surname: string) {
  const { jobId, key } = await writeVerification(of, `ref-${surname}-${number}`, new Date());
  const evidence: DocumentEvidence = {
    sides: [
      { image: "front", width: 900, height: 600, lines: [], hash: hash.slice(0, 32), portraitHash: hash.slice(32) },
    ],
    barcodes: [],
    models: [],
  };
  const fields = { surname, given_names: "Anna", birth_date: "1991-08-12", document_number: number };
  return { jobId, signal: await findSightings(of.ctx, { jobId, key }, { evidence, fields, country: "UTO" }) };
}

test("the same number under another name is seen, and the same person again is not", async () => {
  const first = await present(tenant, HASH, "L1", "Eriksson");
  expect(first.signal).toMatchObject({ id: "seen_before", strength: 0 });
  expect((await present(tenant, FAR, "L1", "Eriksson")).signal?.strength).toBe(0);
  const other = await present(tenant, FAR, "L1", "Lindqvist");
  expect(other.signal?.strength).toBeGreaterThanOrEqual(0.9);
  expect(other.signal?.note).not.toMatch(/Eriksson/);
});

test("nearly the same picture with another name and number is seen", async () => {
  const { signal } = await present(tenant, NEAR, "L2", "Okafor");
  expect(signal?.strength).toBeGreaterThanOrEqual(0.5);
  expect(
    (await present(tenant, "00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff", "L3", "Okafor")).signal?.strength,
  ).toBe(0);
});

test("another tenant's documents are never found", async () => {
  const stranger = await world.tenant();
  expect((await present(stranger, HASH, "L1", "Somebody")).signal?.strength).toBe(0);
});

test("what was erased is not known again", async () => {
  const own = await world.tenant();
  const { jobId } = await present(own, HASH, "L9", "Eriksson");
  await eraseVerification(own.ctx, { jobId, reason: "request" });
  expect((await present(own, HASH, "L9", "Lindqvist")).signal?.strength).toBe(0);
});

test("a step that runs again does not find itself", async () => {
  const own = await world.tenant();
  const { jobId, key } = await writeVerification(own, "again", new Date());
  const evidence: DocumentEvidence = {
    sides: [
      { image: "front", width: 900, height: 600, lines: [], hash: HASH.slice(0, 32), portraitHash: HASH.slice(32) },
    ],
    barcodes: [],
    models: [],
  };
  const seen = (surname: string) => ({ evidence, fields: { surname, document_number: "L7" }, country: "UTO" });
  await findSightings(own.ctx, { jobId, key }, seen("Eriksson"));
  expect((await findSightings(own.ctx, { jobId, key }, seen("Lindqvist")))?.strength).toBe(0);
});
