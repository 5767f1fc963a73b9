import { captureVerb } from "@/server/api/capture/capture-verb";
import { readFaceForm } from "@/server/api/capture/read-face-form";
import { submitFace } from "@/server/services/capture/submit-face";

export const POST = captureVerb(async ({ request, ctx, sessionId }) => {
  await submitFace(ctx, { sessionId, ...(await readFaceForm(request)) });
  return undefined;
});
