import type { JobInput } from "@/server/domain/scoring/job-result";
import { verificationRequested } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { inspectPicture } from "@/server/services/media/inspect-picture";
import { type NewMedia, storeMedia } from "@/server/services/media/store-media";
import type { Ctx, InspectedImage } from "@/server/services/ports";
import { createJob } from "@/server/services/verifications/create-job";

export interface StartVerification {
  readonly live?: Uint8Array;
  readonly frames?: readonly { readonly tMs: number; readonly bytes: Uint8Array }[];
  readonly front?: Uint8Array;
  readonly back?: Uint8Array;
  readonly input: JobInput;
  readonly reference?: string;
  readonly workflowId?: string;
}

interface TakenPicture extends Pick<NewMedia, "kind" | "position" | "tMs"> {
  readonly image: InspectedImage;
}

/**
 * Takes the pictures in, writes a queued verification with them in one transaction, and starts it. Bad pictures are
 * refused before anything is written. Where the start cannot be signalled the verification stays queued and the sweep
 * starts it.
 */
export async function startVerification(ctx: Ctx, asked: StartVerification): Promise<{ jobId: string }> {
  const pictures = await takePictures(ctx, asked);
  const jobId = ctx.ids.make("job");
  const kinds = new Set(pictures.map((picture) => picture.kind));
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { key, sealed: keySealed } = await ctx.keys.makeDataKey(await openTenantKey(ctx, tx));
    const { input, reference, workflowId } = asked;
    const sent = {
      live: kinds.has("live") || kinds.has("frame"),
      document: kinds.has("front"),
      profile: input.profile !== undefined && Object.keys(input.profile).length > 0,
    };
    const attachPictures = async () => {
      for (const picture of pictures) await storeMedia(ctx, tx, key, { owner: { jobId }, ...picture });
    };
    await createJob(ctx, tx, { jobId, key, keySealed, sent, input, reference, workflowId, attachPictures });
  });
  await sendEvents(ctx, [verificationRequested(ctx.tenantId, jobId)]);
  return { jobId };
}

async function takePictures(ctx: Ctx, asked: StartVerification): Promise<TakenPicture[]> {
  const { live, frames = [], front, back } = asked;
  const single = [
    { kind: "live", field: "image_live_base64", bytes: live },
    { kind: "front", field: "image_front_base64", bytes: front },
    { kind: "back", field: "image_back_base64", bytes: back },
  ] as const;
  const taken: TakenPicture[] = [];
  for (const { kind, field, bytes } of single) {
    if (bytes) taken.push({ kind, image: await inspectPicture(ctx, bytes, field) });
  }
  for (const [position, { tMs, bytes }] of frames.entries()) {
    const field = `frames.${position}.image_base64`;
    taken.push({ kind: "frame", position, tMs, image: await inspectPicture(ctx, bytes, field) });
  }
  return taken;
}
