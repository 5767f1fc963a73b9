import { afterAll, beforeAll, expect, test } from "vitest";
import { faceGalleries } from "@/server/adapters/face-galleries";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { AppError } from "@/server/contract/errors";
import { fmrOfSimilarity } from "@/server/domain/face/calibration";
import { calibrationOf } from "@/server/domain/face/calibrations";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { searchGallery } from "@/server/domain/face/face-gallery";
import { scoreTemplates } from "@/server/domain/face/score-templates";
import { seededNormal } from "@/server/domain/face/seeded-normal";
import { deleteFace } from "@/server/services/faces/delete-face";
import { enrollFace } from "@/server/services/faces/enroll-face";
import { findDuplicates } from "@/server/services/faces/find-duplicates";
import { matchFaces } from "@/server/services/faces/match-faces";
import { searchFaces } from "@/server/services/faces/search-faces";
import type { Ctx, Vision } from "@/server/services/ports";
import { eraseSubject } from "@/server/services/privacy/erase-subject";

const MODEL = { id: "mobilefacenet+face-embedding-dlib", version: "1+1", sha256: "a".repeat(64) };
const calibration = calibrationOf(MODEL)!;
const unit = (v: Float32Array) => v.map((x) => x / Math.hypot(...v));
/** The template of a made-up person; `take` is the picture of them. */
function template(person: number, take = 0): number[] {
  const random = seededNormal(100 * person + take);
  return [...unit(calibration.cohort[person].map((v) => v + 0.004 * random.normal()))];
}

/** A vision that takes the picture's bytes for the evidence: what is tested is what happens with it. */
const picture = (person: number, take = 0, change: Partial<FaceEvidence> = {}) => {
  const evidence: FaceEvidence = { faces: 1, template: template(person, take), model: MODEL, ...change };
  return new TextEncoder().encode(JSON.stringify(evidence));
};
const vision = {
  face: async (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as FaceEvidence,
  inspect: async () => undefined,
  nearest: async (...asked: Parameters<typeof searchGallery>) => searchGallery(...asked),
} as unknown as Vision;

let world: TestWorld;
let tenant: TestTenant;
let other: TestTenant;
const enroll = (ctx: Ctx, person: number, subject = `person-${person}`) =>
  enrollFace(ctx, { image: picture(person), subject, consentReference: `form-${person}` });
const search = (ctx: Ctx, person: number) =>
  searchFaces(ctx, { image: picture(person, 1), threshold: { fmr: 1e-4 }, most: 5 });

beforeAll(async () => {
  world = await createTestWorld({ vision });
  [tenant, other] = [await world.tenant(), await world.tenant()];
});
afterAll(() => world.drop());

test("a person is found among those enrolled, with the similarity that a comparison gives, and the search is audited", async () => {
  const { ctx } = tenant;
  const ids = [];
  for (const person of [0, 3, 7, 11]) ids.push((await enroll(ctx, person)).face_id);
  const found = await search(ctx, 7);
  expect(found).toMatchObject({ usable: true, searched: 4, matches: [{ face_id: ids[2], subject: "person-7" }] });
  const { similarity } = scoreTemplates(template(7, 1), template(7), calibration);
  expect(found.matches[0].similarity).toBeCloseTo(Math.min(1, similarity), 3);
  expect(fmrOfSimilarity(found.threshold)).toBeCloseTo(1e-4, 9);
  expect((await search(ctx, 20)).matches).toEqual([]);
  const audit = await ctx.database.inTenant(tenant.id, (tx) => tx.auditEntry.findMany({ orderBy: { seq: "asc" } }));
  expect(audit.map(({ action }) => action)).toContain("face.searched");
});

test("another tenant and the other environment find nobody", async () => {
  expect(await search(other.ctx, 7)).toMatchObject({ searched: 0, matches: [] });
  expect(await search({ ...tenant.ctx, environment: "live" }, 7)).toMatchObject({ searched: 0, matches: [] });
});

test("every process sees what another enrolled, deleted and erased", async () => {
  const here = tenant.ctx;
  const there: Ctx = { ...here, galleries: faceGalleries() };
  await search(here, 7);
  await search(there, 7);
  const { face_id } = await enroll(there, 30);
  expect((await search(here, 30)).matches[0]?.face_id).toBe(face_id);
  await deleteFace(here, face_id);
  expect(await search(there, 30)).toMatchObject({ searched: 4, matches: [] });
  expect(await search(here, 30)).toMatchObject({ searched: 4, matches: [] });
  await eraseSubject(there, { reference: "person-7" });
  expect(await search(here, 7)).toMatchObject({ searched: 3, matches: [] });
  await enroll(here, 7);
  expect(await search(there, 7)).toMatchObject({ searched: 4, matches: [{ subject: "person-7" }] });
});

test("faces enrolled at the same time are all found", async () => {
  const { ctx } = await world.tenant();
  await Promise.all([40, 41, 42, 43, 44, 45].map((person) => enroll(ctx, person)));
  expect((await search(ctx, 43)).searched).toBe(6);
  await Promise.all([50, 51, 52].map((person) => enroll(ctx, person)));
  expect(await search(ctx, 51)).toMatchObject({ searched: 9, matches: [{ subject: "person-51" }] });
});

test("a face enrolled with another model is of another space: never searched, and compared only to be refused", async () => {
  const { ctx } = await world.tenant();
  const older = { ...MODEL, sha256: "b".repeat(64) };
  const image = picture(9, 0, { model: older });
  const { face_id } = await enrollFace(ctx, { image, subject: "enrolled-before" });
  await enroll(ctx, 10);
  expect(await search(ctx, 9)).toMatchObject({ searched: 1, matches: [] });
  const compared = await matchFaces(ctx, { live: picture(9, 1), other: { faceId: face_id } });
  expect(compared).toMatchObject({ match: false, usable: false, similarity: 0 });
  expect(compared.reasons.map(({ code }) => code)).toEqual(["face_model_differs"]);
});

test("a verified person is a duplicate of another subject's face, not of their own; without a face nothing is searched", async () => {
  const { ctx } = await world.tenant();
  await enroll(ctx, 70, "customer-1");
  const live: FaceEvidence = { faces: 1, template: template(70, 1), model: MODEL };
  expect(await findDuplicates(ctx, live, "customer-2")).toMatchObject([{ subject: "customer-1" }]);
  expect(await findDuplicates(ctx, live, null)).toHaveLength(1);
  expect(await findDuplicates(ctx, live, "customer-1")).toEqual([]);
  expect(await findDuplicates(ctx, { ...live, template: undefined }, null)).toEqual([]);
  const broken: Ctx = { ...ctx, vision: { ...vision, nearest: () => Promise.reject(new Error("worker died")) } };
  await expect(findDuplicates(broken, live, null)).rejects.toThrow("worker died");
});

test("a picture that cannot be compared is not searched for, and says why", async () => {
  const blurred = { size: 1, sharpness: 0.01, exposure: 1, frontal: 1, overall: 0.05 };
  for (const [change, code] of [
    [{ faces: 0, template: undefined }, "no_face_live"],
    [{ quality: blurred }, "face_blurred_live"],
  ] as const) {
    const found = await searchFaces(tenant.ctx, {
      image: picture(0, 0, change),
      threshold: { similarity: 0.1 },
      most: 5,
    });
    expect(found).toMatchObject({ usable: false, searched: 0, matches: [], reasons: [{ code }] });
  }
});

test("a model that is missing refuses match, search and enrolment with a clear code, and nothing is a match", async () => {
  const refusal = new AppError("model_unavailable", { model: "mobilefacenet", reason: "missing" });
  const ctx: Ctx = { ...tenant.ctx, vision: { ...vision, face: () => Promise.reject(refusal) } };
  const { face_id } = await enroll(tenant.ctx, 80);
  const pictures = { live: picture(80, 1), other: { document: picture(80, 2) } };
  for (const call of [
    () => matchFaces(ctx, pictures),
    () => matchFaces(ctx, { ...pictures, other: { faceId: face_id } }),
    () => search(ctx, 80),
    () => enroll(ctx, 81),
  ])
    await expect(call()).rejects.toMatchObject({ code: "model_unavailable", status: 503 });
});

test("a gallery that does not fit into memory is refused, never searched in part", async () => {
  const ctx: Ctx = { ...tenant.ctx, galleries: faceGalleries({ maxBytes: 1000 }) };
  await expect(search(ctx, 0)).rejects.toMatchObject({ code: "unavailable", details: { reason: "gallery_too_large" } });
});

test("a template and its consent's place are kept, the template never in clear", async () => {
  const { ctx } = await world.tenant();
  await enroll(ctx, 60);
  const [row] = await ctx.database.inTenant(ctx.tenantId, (tx) => tx.face.findMany());
  expect(row).toMatchObject({ consent_reference: "form-60", version: 1n, model_id: MODEL.id });
  const clear = Buffer.from(Float32Array.from(template(60)).buffer).toString("base64");
  expect(Buffer.from(row.template_sealed).toString("latin1")).not.toContain(clear.slice(0, 40));
});
