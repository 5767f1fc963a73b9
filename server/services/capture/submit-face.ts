import { AppError } from "@/server/contract/errors";
import type { CaptureReport } from "@/server/contract/liveness-challenge";
import type { CaptureState } from "@/server/domain/capture/capture-state";
import { CHALLENGE_SECONDS } from "@/server/domain/liveness/challenge/challenge";
import { expectStep } from "@/server/services/capture/expect-step";
import { type HeldSession, inSession } from "@/server/services/capture/in-session";
import { openSessionKey } from "@/server/services/capture/open-session-key";
import { inspectPicture } from "@/server/services/media/inspect-picture";
import { storeMedia } from "@/server/services/media/store-media";
import type { Ctx, InspectedImage } from "@/server/services/ports";

export interface FaceSubmission {
  readonly sessionId: string;
  readonly challengeId: string;
  readonly live: Uint8Array;
  /** In order of time, ms from the first look. */
  readonly frames: readonly { readonly tMs: number; readonly bytes: Uint8Array }[];
  /** What the page tells of how it captured; judged with the frames. */
  readonly report?: CaptureReport;
}

/** Fewer cannot show a motion; more than the liveness module takes. */
export const FRAMES = { min: 4, max: 40 } as const;

/**
 * Takes the portrait and the frames of an answered challenge in. Whether the motions were made is judged later, by the
 * liveness step. AppError `conflict` for a challenge that is not this session's last or is too old, `invalid_request`.
 */
export async function submitFace(ctx: Ctx, asked: FaceSubmission): Promise<void> {
  checkFrames(asked);
  await inSession(ctx, asked.sessionId, async (held) => checkChallenge(ctx, held, asked.challengeId));
  const live = await inspectPicture(ctx, asked.live, "live");
  const frames: { tMs: number; image: InspectedImage }[] = [];
  for (const [index, { tMs, bytes }] of asked.frames.entries()) {
    frames.push({ tMs, image: await inspectPicture(ctx, bytes, `frames.${index}`) });
  }
  await inSession(ctx, asked.sessionId, async (held) => {
    checkChallenge(ctx, held, asked.challengeId);
    const { tx, session, state } = held;
    const owner = { sessionId: session.id };
    const { key } = await openSessionKey(ctx, tx, session);
    const liveId = await storeMedia(ctx, tx, key, { owner, kind: "live", image: live });
    const ids: string[] = [];
    for (const [position, { tMs, image }] of frames.entries()) {
      ids.push(await storeMedia(ctx, tx, key, { owner, kind: "frame", position, tMs, image }));
    }
    const { challengeId: challenge_id, report } = asked;
    await held.save({ ...state, face: { live: liveId, frames: ids, challenge_id, report } });
  });
}

function checkFrames({ frames }: FaceSubmission): void {
  const refuse = (message: string) => new AppError("invalid_request", { fields: [{ path: "frames", message }] });
  if (frames.length < FRAMES.min || frames.length > FRAMES.max) {
    throw refuse(`Send ${FRAMES.min} to ${FRAMES.max} frames.`);
  }
  for (let i = 0; i < frames.length; i++) {
    const late = frames[i].tMs > CHALLENGE_SECONDS * 1000;
    if (!(frames[i].tMs >= 0) || late) throw refuse("A frame's time is outside the challenge.");
    if (i > 0 && frames[i].tMs <= frames[i - 1].tMs) throw refuse("Frames must be in order of time.");
  }
}

/** The last drawn challenge, still fresh, and not answered before. */
function checkChallenge(
  ctx: Ctx,
  held: HeldSession,
  id: string,
): asserts held is HeldSession & { state: CaptureState } {
  expectStep(held, "face");
  const { challenge } = held.state;
  if (!challenge || challenge.id !== id) throw new AppError("conflict", { reason: "challenge_unknown" });
  const age = ctx.clock.now().getTime() - Date.parse(challenge.drawn_at);
  if (age > CHALLENGE_SECONDS * 1000) throw new AppError("conflict", { reason: "challenge_too_old" });
}
