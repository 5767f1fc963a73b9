import { afterAll, beforeAll, expect, test } from "vitest";
import { people } from "@/scripts/specimens/people";
import { selfieJpeg } from "@/scripts/specimens/selfie";
import { type SpecimenVerification, specimenVerification } from "@/scripts/specimens/specimen-verification";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import { load } from "@/server/adapters/vision/live";
import { type ApiWorld, createApiWorld } from "@/server/api/testing/api-world";
import type { Endpoint } from "@/server/contract/endpoint";
import { ENDPOINTS } from "@/server/contract/v1/index";
import type { Vision } from "@/server/services/ports";

/** Each module alone, on a drawn person with a drawn passport, through signed requests. */
const vision = load() as Vision & { close(): Promise<void> };
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
let world: ApiWorld;
let tenant: TestTenant;
let specimen: SpecimenVerification;
let front: string;
let selfie: string;

beforeAll(async () => {
  world = await createApiWorld({ vision });
  tenant = await world.tenant();
  specimen = await specimenVerification({ person: people[0], kind: "passport", wear: "phone" });
  [front, selfie] = [base64(specimen.front), base64(specimen.selfie)];
});
afterAll(async () => {
  await vision.close();
  await world?.drop();
});

async function ask<T = Record<string, unknown>>(endpoint: Endpoint, body: object): Promise<T> {
  const answer = await world.ask(endpoint, { key: tenant.key, body });
  expect([answer.status, endpoint.id]).toEqual([endpoint.status, endpoint.id]);
  return (await answer.json()) as T;
}

test("a passport is told, read and cut out", async () => {
  const read = await ask<{
    detected: { type: string };
    fields: Record<string, string | string[]>;
    images: { face_crop_base64?: string };
  }>(ENDPOINTS.readDocument, { image_front_base64: front });
  expect(read.detected).toMatchObject({ type: "passport", country: specimen.expected.country });
  expect(read.fields.mrz).toEqual(specimen.expected.zone);
  expect(Buffer.from(read.images.face_crop_base64 ?? "", "base64").subarray(0, 3)).toEqual(
    Buffer.from([0xff, 0xd8, 0xff]),
  );
});

test("a sound passport is valid, and the same lines without a picture are judged by their check digits", async () => {
  const judged = await ask<{ document_valid: boolean; checks: { name: string; status: string }[] }>(
    ENDPOINTS.validateDocument,
    { image_front_base64: front },
  );
  expect([judged.document_valid, judged.checks.filter((check) => check.status === "fail")]).toEqual([true, []]);
  const [first, second] = specimen.expected.zone!;
  const stated = await ask(ENDPOINTS.validateDocument, { mrz: [first, second] });
  expect(stated).toMatchObject({ document_valid: true });
  const wrong = second.replace(/^./, (sign) => (sign === "X" ? "Y" : "X"));
  expect(await ask(ENDPOINTS.validateDocument, { mrz: [first, wrong] })).toMatchObject({ document_valid: false });
});

test("the holder matches the passport and an enrolled face, and another person matches neither", async () => {
  const other = base64(await selfieJpeg(people[1].face, { seed: 3 }));
  const { face_id } = await ask(ENDPOINTS.enrollFace, { image_base64: selfie, subject: "customer-812", consent: true });
  const again = base64(await selfieJpeg(people[0].face, { seed: 9 }));
  const match = (body: object) => ask(ENDPOINTS.matchFaces, body);
  expect(await match({ image_live_base64: selfie, image_document_base64: front })).toMatchObject({
    match: true,
    usable: true,
  });
  expect(await match({ image_live_base64: again, face_id })).toMatchObject({ match: true });
  expect(await match({ image_live_base64: other, image_document_base64: front })).toMatchObject({
    match: false,
    usable: true,
  });
  expect(await match({ image_live_base64: other, face_id })).toMatchObject({ match: false, usable: true });
});

test("a selfie is judged with every signal shown", async () => {
  const judged = await ask<{ is_live: boolean; signals: unknown[]; usage: object }>(ENDPOINTS.analyzeLiveness, {
    image_live_base64: selfie,
  });
  expect(judged).toMatchObject({ is_live: true, spoof_type: "none", usage: { module: "liveness", billed: false } });
  expect(judged.signals.length).toBeGreaterThan(3);
});

test("a verification is queued with all its pictures sealed, and its start is signalled once", async () => {
  const { job_id } = await ask<{ job_id: string }>(ENDPOINTS.verifyIdentity, {
    image_live_base64: selfie,
    image_front_base64: front,
    profile: { full_name: "Visible Name" },
    metadata: { cart: "7" },
  });
  const media = await world.sql("SELECT kind, storage_key FROM media WHERE job_id = $1 ORDER BY kind", [job_id]);
  expect(media.map(({ kind }) => kind)).toEqual(["front", "live"]);
  for (const { storage_key } of media) {
    const stored = Buffer.from(await world.adapters.objects.get(storage_key as string));
    expect(stored.includes(Buffer.from(specimen.front.subarray(100, 132)))).toBe(false);
    expect(stored.subarray(0, 2)).not.toEqual(Buffer.from([0xff, 0xd8]));
  }
  expect(world.sent.filter(({ data }) => data.job_id === job_id)).toHaveLength(1);
  const [row] = await world.sql<{ input_sealed: Buffer }>("SELECT input_sealed FROM job WHERE id = $1", [job_id]);
  expect(row.input_sealed.includes("Visible Name")).toBe(false);
  const answer = await world.ask(ENDPOINTS.getJob, { key: tenant.key, params: { id: job_id } });
  expect(await answer.json()).toMatchObject({ status: "queued", metadata: { cart: "7" }, decision: null });
});
