import { captureVerb } from "@/server/api/capture/capture-verb";
import { skipBack } from "@/server/services/capture/skip-back";

export const POST = captureVerb(async ({ ctx, sessionId }) => {
  await skipBack(ctx, { sessionId });
  return undefined;
});
