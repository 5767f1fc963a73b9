import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { verifyIdentity as endpoint } from "@/server/contract/v1/kyc";
import { startVerification } from "@/server/services/verifications/start-verification";

export const POST = handle(endpoint, async (ctx, { body }) => {
  const { document_hint, country_hint, hints, profile, metadata = {} } = body;
  const { jobId } = await startVerification(ctx, {
    live: body.image_live_base64,
    frames: body.frames?.map((frame) => ({ tMs: frame.t_ms, bytes: frame.image_base64 })),
    front: body.image_front_base64,
    back: body.image_back_base64,
    input: { document_hint, country_hint, hints, profile, metadata },
    reference: body.reference,
    workflowId: body.workflow_id,
  });
  return { job_id: jobId, status: "queued" as const };
});
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
