import { AppError } from "@/server/contract/errors";
import { mayTake, nextStep } from "@/server/domain/capture/next-step";
import type { DocumentSide } from "@/server/domain/capture/steps";
import { dropMedia, emptyPlaces } from "@/server/services/capture/drop-media";
import { inSession } from "@/server/services/capture/in-session";
import { openSessionKey } from "@/server/services/capture/open-session-key";
import { useTry } from "@/server/services/capture/use-try";
import { inspectPicture } from "@/server/services/media/inspect-picture";
import { storeMedia } from "@/server/services/media/store-media";
import type { Ctx } from "@/server/services/ports";

/** Takes one side of the document in, or in place of an earlier try. AppErrors of `inspectPicture` and `useTry`. */
export async function storePicture(
  ctx: Ctx,
  asked: { sessionId: string; side: DocumentSide; bytes: Uint8Array },
): Promise<void> {
  const { sessionId, side } = asked;
  await useTry(ctx, sessionId, side);
  const image = await inspectPicture(ctx, asked.bytes, side);
  const places = await inSession(ctx, sessionId, async ({ tx, session, state, needs, save }) => {
    if (!mayTake(side, state, needs)) throw new AppError("conflict", { step: nextStep(state, needs) });
    const { key } = await openSessionKey(ctx, tx, session);
    const before = state[side];
    const id = await storeMedia(ctx, tx, key, { owner: { sessionId }, kind: side, image });
    await save({ ...state, [side]: id });
    return before && before !== "none" ? dropMedia(ctx, tx, [before]) : [];
  });
  await emptyPlaces(ctx, places);
}
