import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { inspectImage } from "@/server/adapters/vision/inspect-image";
import { CreateSessionBody } from "@/server/contract/v1/sessions";
import { TRIES_MAX } from "@/server/domain/capture/capture-state";
import { chooseDocument } from "@/server/services/capture/choose-document";
import { drawChallenge } from "@/server/services/capture/draw-challenge";
import { exchangeToken } from "@/server/services/capture/exchange-token";
import { findLink } from "@/server/services/capture/find-link";
import { findVisitor } from "@/server/services/capture/find-visitor";
import { finishCapture } from "@/server/services/capture/finish-capture";
import { recordConsent } from "@/server/services/capture/record-consent";
import { skipBack } from "@/server/services/capture/skip-back";
import { startHandoff } from "@/server/services/capture/start-handoff";
import { storePicture } from "@/server/services/capture/store-picture";
import { submitFace } from "@/server/services/capture/submit-face";
import { viewCapture } from "@/server/services/capture/view-capture";
import type { Ctx, Vision } from "@/server/services/ports";
import { createSession } from "@/server/services/sessions/create-session";

let world: TestWorld;
let tenant: TestTenant;
let picture: Uint8Array;
let now = new Date("2026-03-01T10:00:00Z");

beforeAll(async () => {
  const vision = { inspect: inspectImage } as unknown as Vision;
  world = await createTestWorld({ vision, clock: { now: () => now } });
  tenant = await world.tenant();
  picture = await sharp({ create: { width: 320, height: 200, channels: 3, background: "#88a" } })
    .jpeg()
    .toBuffer();
});
afterAll(() => world.drop());

interface Opened {
  readonly ctx: Ctx;
  readonly sessionId: string;
  readonly token: string;
  readonly cookie: string;
}
async function open(body: object = {}): Promise<Opened> {
  const { view, token } = await createSession(tenant.ctx, CreateSessionBody.parse(body));
  const sessionId = view.session_id;
  const cookie = await exchangeToken(tenant.ctx, { sessionId, token });
  return { ctx: { ...tenant.ctx, actor: sessionId }, sessionId, token, cookie };
}
const frames = (count: number) => Array.from({ length: count }, (_, i) => ({ tMs: i * 200, bytes: picture }));
const stepOf = async ({ ctx, sessionId }: Opened) => (await viewCapture(ctx, sessionId)).step;

async function captureUntilFace(session: Opened): Promise<void> {
  const { ctx, sessionId } = session;
  await recordConsent(ctx, { sessionId, language: "fr" });
  await chooseDocument(ctx, { sessionId, type: "passport", country: "FRA" });
  await storePicture(ctx, { sessionId, side: "front", bytes: picture });
}

describe("a link", () => {
  it("works once, and its token is stored nowhere", async () => {
    const { sessionId, token, cookie } = await open();
    await expect(exchangeToken(tenant.ctx, { sessionId, token })).rejects.toMatchObject({ code: "not_found" });
    expect(await findLink(world.adapters, token)).toBeUndefined();
    expect(await findVisitor(world.adapters, cookie)).toMatchObject({
      sessionId,
      tenantId: tenant.id,
      follower: false,
    });
    const rows = JSON.stringify(await world.sql("SELECT * FROM session WHERE id = $1", [sessionId]));
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(cookie.split(".")[1]);
  });

  it("is exchanged by one of several that try at the same moment", async () => {
    const { view, token } = await createSession(tenant.ctx, CreateSessionBody.parse({}));
    const tries = Array.from({ length: 5 }, () => exchangeToken(tenant.ctx, { sessionId: view.session_id, token }));
    const done = await Promise.allSettled(tries);
    expect(done.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("opens nothing with a wrong, shortened or foreign cookie", async () => {
    const { cookie, sessionId } = await open();
    const other = await open();
    const wrong = [undefined, "", sessionId, `${sessionId}.`, `${sessionId}.x`, cookie.slice(0, -1)];
    for (const value of [...wrong, `${sessionId}.${other.cookie.split(".")[1]}`]) {
      await expect(findVisitor(world.adapters, value), String(value)).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
  });

  it("expires, and nothing can be captured after", async () => {
    const session = await open({ expires_in_minutes: 5 });
    const before = now;
    now = new Date(now.getTime() + 5 * 60_000);
    const asked = { sessionId: session.sessionId, language: "en" };
    await expect(recordConsent(session.ctx, asked)).rejects.toMatchObject({ code: "session_expired" });
    await expect(viewCapture(session.ctx, session.sessionId)).rejects.toMatchObject({ code: "session_expired" });
    now = before;
  });
});

describe("steps", () => {
  it("go in their order and none can be skipped", async () => {
    const session = await open();
    const { ctx, sessionId } = session;
    const conflict = { code: "conflict" };
    const passport = { sessionId, type: "passport" as const, country: null };
    await expect(chooseDocument(ctx, passport)).rejects.toMatchObject(conflict);
    await expect(storePicture(ctx, { sessionId, side: "front", bytes: picture })).rejects.toMatchObject(conflict);
    await expect(drawChallenge(ctx, { sessionId })).rejects.toMatchObject(conflict);
    await expect(finishCapture(ctx, { sessionId })).rejects.toMatchObject(conflict);
    await recordConsent(ctx, { sessionId, language: "en" });
    await chooseDocument(ctx, { sessionId, type: "id_card", country: "FRA" });
    await expect(skipBack(ctx, { sessionId })).rejects.toMatchObject(conflict);
    await storePicture(ctx, { sessionId, side: "front", bytes: picture });
    expect(await stepOf(session)).toBe("back");
    await skipBack(ctx, { sessionId });
    expect(await stepOf(session)).toBe("face");
    await expect(finishCapture(ctx, { sessionId })).rejects.toMatchObject(conflict);
  });

  it("record the consent first: words, language, purpose, and that biometrics are used", async () => {
    const { ctx, sessionId } = await open();
    await recordConsent(ctx, { sessionId, language: "fr" });
    await recordConsent(ctx, { sessionId, language: "de" });
    const rows = await world.sql("SELECT * FROM consent WHERE session_id = $1", [sessionId]);
    expect(rows).toMatchObject([{ language: "fr", biometrics: true, purpose: "identity_verification" }]);
  });

  it("take only the documents that the tenant takes, and keep the country it named", async () => {
    const { ctx, sessionId } = await open({ document_types: ["passport"], country: "DEU" });
    await recordConsent(ctx, { sessionId, language: "en" });
    const card = chooseDocument(ctx, { sessionId, type: "id_card", country: "FRA" });
    await expect(card).rejects.toMatchObject({ code: "invalid_request" });
    await chooseDocument(ctx, { sessionId, type: "passport", country: "FRA" });
    expect((await viewCapture(ctx, sessionId)).document).toMatchObject({ type: "passport", country: "DEU" });
  });

  it("count every try, refused pictures too, and end at the limit", async () => {
    const { ctx, sessionId } = await open();
    await recordConsent(ctx, { sessionId, language: "en" });
    await chooseDocument(ctx, { sessionId, type: "passport", country: null });
    const junk = new TextEncoder().encode("this is no picture");
    for (let i = 0; i < TRIES_MAX.front; i++) {
      const sent = storePicture(ctx, { sessionId, side: "front", bytes: junk });
      await expect(sent).rejects.toMatchObject({ code: "unsupported_media_type" });
    }
    const last = storePicture(ctx, { sessionId, side: "front", bytes: picture });
    await expect(last).rejects.toMatchObject({ code: "too_many_tries" });
  });
});

describe("pictures", () => {
  it("taken again replace the ones before, in the store too", async () => {
    const session = await open();
    await captureUntilFace(session);
    const { ctx, sessionId } = session;
    await storePicture(ctx, { sessionId, side: "front", bytes: picture });
    const media = await world.sql<{ storage_key: string; deleted_at: Date | null }>(
      "SELECT storage_key, deleted_at FROM media WHERE session_id = $1 ORDER BY created_at, id",
      [sessionId],
    );
    expect(media.filter((one) => one.deleted_at === null)).toHaveLength(1);
    for (const one of media) {
      const stored = world.adapters.objects.get(one.storage_key);
      if (one.deleted_at === null) await expect(stored).resolves.toBeInstanceOf(Uint8Array);
      else await expect(stored).rejects.toThrow();
    }
  });

  it("of the face are taken only for the last challenge, in time and in order", async () => {
    const session = await open();
    await captureUntilFace(session);
    const { ctx, sessionId } = session;
    const first = await drawChallenge(ctx, { sessionId });
    const { id: challengeId } = await drawChallenge(ctx, { sessionId });
    const face = { sessionId, challengeId, live: picture, frames: frames(6) };
    const refusals = [
      [{ ...face, challengeId: first.id }, "conflict"],
      [{ ...face, frames: frames(2) }, "invalid_request"],
      [{ ...face, frames: frames(6).reverse() }, "invalid_request"],
    ] as const;
    for (const [asked, code] of refusals) await expect(submitFace(ctx, asked)).rejects.toMatchObject({ code });
    const before = now;
    now = new Date(now.getTime() + 61_000);
    await expect(submitFace(ctx, face)).rejects.toMatchObject({ details: { reason: "challenge_too_old" } });
    now = before;
    await submitFace(ctx, face);
    await expect(submitFace(ctx, face)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the end", () => {
  it("hands pictures, key and drawn motions to one verification, and closes the session for good", async () => {
    const session = await open({ reference: "order-7" });
    await captureUntilFace(session);
    const { ctx, sessionId } = session;
    const { id: challengeId } = await drawChallenge(ctx, { sessionId });
    await submitFace(ctx, { sessionId, challengeId, live: picture, frames: frames(5) });
    const done = await Promise.allSettled([finishCapture(ctx, { sessionId }), finishCapture(ctx, { sessionId })]);
    const jobs = done.flatMap((one) => (one.status === "fulfilled" ? [one.value.jobId] : []));
    expect(jobs).toHaveLength(1);
    const media = await world.sql("SELECT kind FROM media WHERE job_id = $1 ORDER BY kind", [jobs[0]]);
    expect(media.map((one) => one.kind).sort()).toEqual(["frame", "frame", "frame", "frame", "frame", "front", "live"]);
    expect(world.sent.filter((event) => event.data.job_id === jobs[0])).toHaveLength(1);
    expect(await viewCapture(ctx, sessionId)).toMatchObject({ step: "done", status: "processing", decision: null });
    const late = storePicture(ctx, { sessionId, side: "front", bytes: picture });
    await expect(late).rejects.toMatchObject({ code: "session_finished" });
  });

  it("is not reached through another tenant's context", async () => {
    const { sessionId } = await open();
    const stranger = (await world.tenant()).ctx;
    await expect(viewCapture(stranger, sessionId)).rejects.toMatchObject({ code: "not_found" });
    const consent = recordConsent(stranger, { sessionId, language: "en" });
    await expect(consent).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a handoff", () => {
  it("moves the session to another device; the first may only watch", async () => {
    const { ctx, sessionId, cookie } = await open();
    const token = await startHandoff(ctx, { sessionId });
    expect(await findVisitor(world.adapters, cookie)).toMatchObject({ follower: false });
    const phone = await exchangeToken(ctx, { sessionId, token });
    expect(await findVisitor(world.adapters, phone)).toMatchObject({ follower: false });
    expect(await findVisitor(world.adapters, cookie)).toMatchObject({ follower: true });
  });
});
