import { captureVerb } from "@/server/api/capture/capture-verb";
import { drawChallenge } from "@/server/services/capture/draw-challenge";

export const POST = captureVerb(({ ctx, sessionId }) => drawChallenge(ctx, { sessionId }));
