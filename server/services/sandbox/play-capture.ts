import { AppError } from "@/server/contract/errors";
import { magicPicture } from "@/server/domain/sandbox/magic-picture";
import type { SeenScenario } from "@/server/domain/sandbox/scenario";
import { soundReport } from "@/server/domain/sandbox/sound-report";
import { chooseDocument } from "@/server/services/capture/choose-document";
import { finishCapture } from "@/server/services/capture/finish-capture";
import { inSession } from "@/server/services/capture/in-session";
import { openSessionKey } from "@/server/services/capture/open-session-key";
import { recordConsent } from "@/server/services/capture/record-consent";
import { storePicture } from "@/server/services/capture/store-picture";
import { viewCapture } from "@/server/services/capture/view-capture";
import { inspectPicture } from "@/server/services/media/inspect-picture";
import { storeMedia } from "@/server/services/media/store-media";
import type { Ctx } from "@/server/services/ports";

interface Play {
  readonly sessionId: string;
  /** The scenario's name, which its pictures carry. */
  readonly id: string;
  readonly scenario: SeenScenario;
}

/** More steps than any capture has. */
const STEPS_MAX = 12;

/** Takes a hosted session through its own steps with magic pictures; answers the verification that begins. */
export async function playCapture(ctx: Ctx, play: Play): Promise<string> {
  for (let taken = 0; taken < STEPS_MAX; taken++) {
    const { step } = await viewCapture(ctx, play.sessionId);
    if (step === "finish") return (await finishCapture(ctx, play)).jobId;
    await take(ctx, play, step);
  }
  throw new Error(`The session ${play.sessionId} did not come to its end.`);
}

async function take(
  ctx: Ctx,
  { sessionId, id, scenario }: Play,
  step: Awaited<ReturnType<typeof viewCapture>>["step"],
): Promise<void> {
  switch (step) {
    case "consent":
      return recordConsent(ctx, { sessionId, language: "en" });
    case "document":
      return chooseDocument(ctx, { sessionId, type: scenario.send?.documentType ?? "passport", country: null });
    case "front":
    case "back":
      return storePicture(ctx, { sessionId, side: step, bytes: magicPicture(id) });
    case "face":
      return showFace(ctx, { sessionId, id, scenario });
    case "finish":
    case "done":
      throw new AppError("session_finished", { step });
    default:
      return step satisfies never;
  }
}

/** The live picture, taken as the answer to whatever motions the scenario says were asked for. */
async function showFace(ctx: Ctx, { sessionId, id, scenario }: Play): Promise<void> {
  const image = await inspectPicture(ctx, magicPicture(id), "live");
  await inSession(ctx, sessionId, async ({ tx, session, state, save }) => {
    const { key } = await openSessionKey(ctx, tx, session);
    const live = await storeMedia(ctx, tx, key, { owner: { sessionId }, kind: "live", image });
    const drawn_at = ctx.clock.now().toISOString();
    const actions = [...(scenario.challenge ?? [])];
    const colours = [...(scenario.colours ?? [])];
    const challenge = actions.length > 0 ? { id: ctx.ids.secret(16), actions, colours, drawn_at } : undefined;
    const report = challenge && soundReport(challenge.id, scenario.report);
    await save({ ...state, challenge, face: { live, frames: [], challenge_id: challenge?.id ?? "sandbox", report } });
  });
}
