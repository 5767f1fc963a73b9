import sharp from "sharp";
import { people } from "@/scripts/specimens/people";
import { selfieJpeg } from "@/scripts/specimens/selfie";
import type { TestTenant } from "@/server/adapters/testing/test-world";
import type { ApiWorld, Ask } from "@/server/api/testing/api-world";
import { ENDPOINTS } from "@/server/contract/v1/index";

/** A call that an endpoint accepts, without its key. */
export type ValidCall = Pick<Ask, "params" | "query" | "body">;

/** For every endpoint a call that it accepts; those that read something make it first, for that tenant. */
export const VALID_CALLS: {
  readonly [Id in keyof typeof ENDPOINTS]: (world: ApiWorld, tenant: TestTenant) => Promise<ValidCall>;
} = {
  analyzeLiveness: async () => ({
    body: { image_live_base64: await pictureBase64(), hints: { pose: true, blink: true } },
  }),
  drawLivenessChallenge: async () => ({ body: { colours: false, reference: "customer-812" } }),
  readDocument: async () => ({
    body: { image_front_base64: await pictureBase64(), document_hint: "auto", country_hint: "auto" },
  }),
  validateDocument: async () => ({
    body: { mrz: ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"] },
  }),
  matchFaces: async () => ({
    body: { image_live_base64: await pictureBase64(), image_document_base64: await pictureBase64(), threshold: 0.75 },
  }),
  enrollFace: async () => ({ body: { image_base64: await selfieBase64(), subject: "customer-812", consent: true } }),
  searchFaces: async () => ({ body: { image_base64: await selfieBase64(), consent: true, fmr: 1e-4 } }),
  deleteFace: async (world, tenant) => ({ params: { id: await makeFace(world, tenant) } }),
  checkProfile: async () => ({ body: { phone: "+33612345678", full_name: "Ada Martin" } }),
  verifyIdentity: async () => ({ body: { image_front_base64: await pictureBase64(), reference: "order-7" } }),
  getJob: async (world, tenant) => ({ params: { id: await makeJob(world, tenant) } }),
  listMedia: async (world, tenant) => ({ params: { id: await makeJob(world, tenant) } }),
  listJobs: async (world, tenant) => {
    await makeJob(world, tenant);
    return { query: "?limit=2&status=queued" };
  },
  getEvidence: async (world, tenant) => ({ params: { id: await makeEndedJob(world, tenant) } }),
  createSession: async () => ({ body: { reference: "order-7", return_url: "https://shop.example/back" } }),
  getSession: async (world, tenant) => ({ params: { id: await makeSession(world, tenant) } }),
  cancelSession: async (world, tenant) => ({ params: { id: await makeSession(world, tenant) } }),
  listScenarios: async () => ({}),
  simulateSession: async (world, tenant) => ({
    params: { id: await makeSession(world, tenant) },
    body: { scenario: "session_cancelled" },
  }),
  sendSampleEvent: async () => ({ body: { type: "quota.warning" } }),
  createWebhook: async () => ({ body: { url: "https://shop.example/webhooks", events: ["job.completed"] } }),
  listWebhooks: async () => ({}),
  deleteWebhook: async (world, tenant) => ({ params: { id: await makeWebhook(world, tenant) } }),
  pauseWebhook: async (world, tenant) => ({ params: { id: await makeWebhook(world, tenant) } }),
  resumeWebhook: async (world, tenant) => ({ params: { id: await makeWebhook(world, tenant) } }),
  replayWebhook: async (world, tenant) => ({
    params: { id: await makeWebhook(world, tenant) },
    body: { from: "2026-01-31T00:00:00Z", to: "2026-02-01T00:00:00Z" },
  }),
  listWebhookDeliveries: async (world, tenant) => ({
    params: { id: await makeWebhook(world, tenant) },
    query: "?limit=2&status=failed",
  }),
  replayWebhookDelivery: async (world, tenant) => ({ params: { id: await makeFailedDelivery(world, tenant) } }),
};

/** A grey JPEG with nobody on it. */
export async function blankPicture(width = 320, height = 240): Promise<Uint8Array> {
  const blank = sharp({ create: { width, height, channels: 3, background: "#8a8f98" } });
  return new Uint8Array(await blank.jpeg().toBuffer());
}

async function pictureBase64(): Promise<string> {
  return Buffer.from(await blankPicture()).toString("base64");
}

/** A drawn person who looks into the camera. */
async function selfieBase64(): Promise<string> {
  return (await selfieJpeg(people[0].face, { width: 360, height: 480 })).toString("base64");
}

async function makeJob(world: ApiWorld, tenant: TestTenant): Promise<string> {
  const body = {
    image_front_base64: await pictureBase64(),
    profile: { full_name: "Ada Martin" },
    metadata: { cart: "7" },
  };
  const answer = await world.ask(ENDPOINTS.verifyIdentity, { key: tenant.key, body });
  return ((await answer.json()) as { job_id: string }).job_id;
}

/** A verification that is over: one that could not be carried out. */
async function makeEndedJob(world: ApiWorld, tenant: TestTenant): Promise<string> {
  const id = await makeJob(world, tenant);
  const { failJob } = await import("@/server/services/jobs/fail-job");
  await failJob(tenant.ctx, id);
  return id;
}

async function makeSession(world: ApiWorld, tenant: TestTenant): Promise<string> {
  const answer = await world.ask(ENDPOINTS.createSession, { key: tenant.key, body: { metadata: { cart: "7" } } });
  return ((await answer.json()) as { session_id: string }).session_id;
}

async function makeWebhook(world: ApiWorld, tenant: TestTenant): Promise<string> {
  const body = { url: "https://shop.example/webhooks" };
  const answer = await world.ask(ENDPOINTS.createWebhook, { key: tenant.key, body });
  return ((await answer.json()) as { endpoint_id: string }).endpoint_id;
}

/** A delivery that was given up: the API has no way to fail one. */
async function makeFailedDelivery(world: ApiWorld, tenant: TestTenant): Promise<string> {
  const endpointId = await makeWebhook(world, tenant);
  await world.ask(ENDPOINTS.sendSampleEvent, { key: tenant.key, body: { type: "quota.warning" } });
  const [{ id }] = await world.sql<{ id: string }>(
    "UPDATE webhook_delivery SET status = 'failed', next_at = NULL WHERE endpoint_id = $1 RETURNING id",
    [endpointId],
  );
  return id;
}

/** Written as enrolment writes it; the picture that enrolment needs is the vision's matter. */
async function makeFace(world: ApiWorld, tenant: TestTenant): Promise<string> {
  const { ctx } = tenant;
  const id = ctx.ids.make("fac");
  const { sealFace } = await import("@/server/services/faces/face-template");
  const { openTenantKey } = await import("@/server/services/keys/open-tenant-key");
  await world.database.inTenant(tenant.id, async (tx) => {
    const { key, sealed } = await ctx.keys.makeDataKey(await openTenantKey(ctx, tx));
    const model = { id: "face-embedding-dlib", version: "1", sha256: "0".repeat(64) };
    const template_sealed = await sealFace(ctx, key, id, { faces: 1, template: [1, 0], model });
    const own = { tenant_id: tenant.id, environment: "test", subject: "customer-812" };
    await tx.face.create({
      data: { id, ...own, model_id: model.id, model_version: model.version, data_key_sealed: sealed, template_sealed },
    });
  });
  return id;
}
