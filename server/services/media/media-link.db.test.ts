import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { JobInput } from "@/server/domain/scoring/job-result";
import { linkMedia } from "@/server/services/media/link-media";
import { openMediaLink } from "@/server/services/media/open-media-link";
import type { Ctx, Vision } from "@/server/services/ports";
import { eraseVerification } from "@/server/services/privacy/erase-verification";
import { startVerification } from "@/server/services/verifications/start-verification";

let world: TestWorld;
let tenant: TestTenant;
let ctx: Ctx;
let now = new Date();
const picture = Uint8Array.of(1, 2, 3);
const vision = { inspect: async (bytes: Uint8Array) => ({ mime: "image/jpeg", width: 4, height: 3, bytes }) };

beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now }, vision: vision as unknown as Vision });
  tenant = await world.tenant();
  ctx = tenant.ctx;
});
afterAll(() => world.drop());

async function link(): Promise<{ jobId: string; token: string }> {
  const { jobId } = await startVerification(ctx, { front: picture, input: JobInput.parse({}) });
  const [{ token }] = await linkMedia(ctx, { jobId });
  return { jobId, token };
}

test("an address reads its picture for five minutes and not a moment longer, and that it was made is audited", async () => {
  const { jobId, token } = await link();
  const read = await openMediaLink(world.adapters, token);
  expect([read.mime, [...read.bytes]]).toEqual(["image/jpeg", [...picture]]);
  const audited = await world.sql("SELECT actor FROM audit_entry WHERE action = 'media.linked' AND target = $1", [
    jobId,
  ]);
  expect(audited).toEqual([{ actor: tenant.key.id }]);
  now = new Date(now.getTime() + 299_000);
  await expect(openMediaLink(world.adapters, token)).resolves.toBeDefined();
  now = new Date(now.getTime() + 1_000);
  await expect(openMediaLink(world.adapters, token)).rejects.toMatchObject({ code: "not_found" });
});

test("one that was altered anywhere, or that another tenant's name was put on, reads nothing", async () => {
  const { token } = await link();
  const stranger = await world.tenant();
  const [, sealed] = token.split(".");
  const altered = Buffer.from(sealed, "base64url");
  altered[altered.length - 1] ^= 1;
  const bad = [
    `${tenant.id}.${altered.toString("base64url")}`,
    `${stranger.id}.${sealed}`,
    `ten_none.${sealed}`,
    sealed,
    "",
    "../../x",
  ];
  for (const one of bad) await expect(openMediaLink(world.adapters, one)).rejects.toMatchObject({ code: "not_found" });
});

test("it dies with the picture and with the tenant's suspension, and another tenant or environment gets none", async () => {
  const { jobId, token } = await link();
  const stranger = await world.tenant();
  await expect(linkMedia(stranger.ctx, { jobId })).rejects.toMatchObject({ code: "not_found" });
  await expect(linkMedia({ ...ctx, environment: "live" }, { jobId })).rejects.toMatchObject({ code: "not_found" });
  await world.sql("UPDATE tenant SET status = 'suspended' WHERE id = $1", [tenant.id]);
  await expect(openMediaLink(world.adapters, token)).rejects.toMatchObject({ code: "not_found" });
  await world.sql("UPDATE tenant SET status = 'active' WHERE id = $1", [tenant.id]);
  await eraseVerification(ctx, { jobId, reason: "request" });
  await expect(openMediaLink(world.adapters, token)).rejects.toMatchObject({ code: "not_found" });
  expect(await linkMedia(ctx, { jobId })).toEqual([]);
});
