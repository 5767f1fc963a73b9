import { captureVerb } from "@/server/api/capture/capture-verb";
import { finishCapture } from "@/server/services/capture/finish-capture";

export const POST = captureVerb(async ({ ctx, sessionId }) => {
  await finishCapture(ctx, { sessionId });
  return undefined;
});
