import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import type { FrameEvidence, LivenessEvidence } from "@/server/domain/liveness/evidence";
import { analyzeLiveness } from "@/server/services/liveness/analyze-liveness";
import { DRAWS_AN_HOUR, drawLivenessChallenge } from "@/server/services/liveness/draw-liveness-challenge";
import { forgetFrames, forgetOldFrames } from "@/server/services/liveness/forget-frames";
import { recallFrames } from "@/server/services/liveness/recall-frames";
import type { Vision } from "@/server/services/ports";
import { eraseSubject } from "@/server/services/privacy/erase-subject";

let world: TestWorld;
let tenant: TestTenant;
let other: TestTenant;
let now = new Date("2026-03-01T10:00:00Z");

/** A hash of 256 bits, another for every seed. */
function hashOf(seed: number): string {
  let state = seed * 7919 + 1;
  return Array.from({ length: 64 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 16).toString(16);
  }).join("");
}
const framesOf = (from: number, count = 8): FrameEvidence[] =>
  Array.from({ length: count }, (_, i) => ({ tMs: i * 200, faces: 1, hash: hashOf(from + i) }));
/** What the models would have seen of frames whose bytes name the hash's seed. */
const vision = {
  inspect: async () => ({}),
  liveness: async ({ frames = [] }: Parameters<Vision["liveness"]>[0]): Promise<LivenessEvidence> => ({
    faces: 1,
    face: { size: 1, sharpness: 1, exposure: 1, frontal: 1, eyesOpen: 1 },
    signals: { grain: 0.7 },
    frames: frames.map(({ tMs, bytes }) => ({ tMs, faces: 1, hash: hashOf(bytes[0]) })),
    models: [],
  }),
} as unknown as Vision;

beforeAll(async () => {
  world = await createTestWorld({ vision, clock: { now: () => now } });
  tenant = await world.tenant();
  other = await world.tenant();
});
afterAll(() => world.drop());

const draw = (reference?: string) => drawLivenessChallenge(tenant.ctx, { colours: true, reference });
const sent = (first: number) =>
  Array.from({ length: 8 }, (_, i) => ({ tMs: i * 200, bytes: Uint8Array.of(first + i) }));
const answer = (challengeId: string, first = 1, ctx = tenant.ctx) =>
  analyzeLiveness(ctx, { frames: sent(first), hints: {}, challengeId });
const codes = async (asked: ReturnType<typeof answer>) => (await asked).reasons.map(({ code }) => code);

describe("a drawn challenge", () => {
  it("cannot be foreseen, holds a turn and four colours, and says how long it is good", async () => {
    const drawn = await Promise.all(Array.from({ length: 12 }, () => draw()));
    expect(new Set(drawn.map(({ challenge_id }) => challenge_id)).size).toBe(12);
    expect(new Set(drawn.map(({ actions, colours }) => [actions, colours].join())).size).toBeGreaterThan(6);
    for (const { actions, colours, expires_at } of drawn) {
      expect(actions.some((action) => action.startsWith("turn_"))).toBe(true);
      expect(colours).toHaveLength(4);
      expect(Date.parse(expires_at) - now.getTime()).toBe(60_000);
    }
  });

  it("is good once, for one minute, in its own tenant alone", async () => {
    const { challenge_id: id } = await draw();
    const stranger = answer(id, 1, other.ctx);
    await expect(stranger).rejects.toMatchObject({ code: "conflict", details: { reason: "challenge_unknown" } });
    await expect(answer("made-up")).rejects.toMatchObject({ details: { reason: "challenge_unknown" } });
    await answer(id);
    await expect(answer(id)).rejects.toMatchObject({ code: "conflict", details: { reason: "challenge_used" } });
    const { challenge_id: late } = await draw();
    const before = now;
    now = new Date(now.getTime() + 61_000);
    await expect(answer(late)).rejects.toMatchObject({ details: { reason: "challenge_too_old" } });
    now = before;
  });

  it("taken by one of several that answer at the same moment", async () => {
    const { challenge_id: id } = await draw();
    const done = await Promise.allSettled(Array.from({ length: 5 }, () => answer(id, 60)));
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is drawn for one person so often an hour, and no more", async () => {
    for (let i = 0; i < DRAWS_AN_HOUR; i++) await draw("person-1");
    await expect(draw("person-1")).rejects.toMatchObject({ code: "too_many_tries" });
    await draw("person-2");
    const rows = JSON.stringify(await world.sql("SELECT * FROM liveness_challenge"));
    expect(rows).not.toContain("person-1");
  });
});

describe("frames", () => {
  it("sent again under another challenge are found, also with a bit changed, and not by another tenant", async () => {
    const first = await answer((await draw()).challenge_id, 100);
    expect(first.reasons.map(({ code }) => code)).not.toContain("frames_seen_before");
    expect(await codes(answer((await draw()).challenge_id, 100))).toContain("frames_seen_before");
    expect(await codes(answer((await draw()).challenge_id, 140))).not.toContain("frames_seen_before");
    const bit = framesOf(100).map((f) => ({
      ...f,
      hash: `${(Number.parseInt(f.hash?.[0] ?? "0", 16) ^ 1).toString(16)}${f.hash?.slice(1)}`,
    }));
    expect(await recallFrames(tenant.ctx, { capture: "job_1", frames: bit })).toEqual({ share: 1 });
    expect(await recallFrames(other.ctx, { capture: "job_2", frames: framesOf(100) })).toEqual({ share: 0 });
  });

  it("of a step that runs again are not held against themselves", async () => {
    const frames = framesOf(300);
    expect(await recallFrames(tenant.ctx, { capture: "job_3", frames })).toEqual({ share: 0 });
    expect(await recallFrames(tenant.ctx, { capture: "job_3", frames })).toEqual({ share: 0 });
  });

  it("are forgotten with their verification, with their person, and when retention says so", async () => {
    const count = async () => Number((await world.sql<{ n: string }>("SELECT count(*) AS n FROM frame_hash"))[0].n);
    await recallFrames(tenant.ctx, { capture: "job_4", frames: framesOf(400) });
    const before = await count();
    await world.adapters.database.inTenant(tenant.id, (tx) => forgetFrames(tx, "job_4"));
    expect(await count()).toBe(before - 8);
    await answer((await draw("person-3")).challenge_id, 200);
    await eraseSubject(tenant.ctx, { reference: "person-3" });
    expect(await count()).toBe(before - 8);
    const later = new Date(now.getTime() + 1);
    await world.adapters.database.inTenant(tenant.id, (tx) => forgetOldFrames(tx, tenant.id, later));
    expect(await world.sql("SELECT 1 FROM frame_hash WHERE tenant_id = $1", [tenant.id])).toEqual([]);
  });
});
