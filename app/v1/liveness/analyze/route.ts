import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { analyzeLiveness as endpoint } from "@/server/contract/v1/liveness";
import { analyzeLiveness } from "@/server/services/liveness/analyze-liveness";

export const POST = handle(endpoint, (ctx, { body }) =>
  analyzeLiveness(ctx, {
    still: body.image_live_base64,
    frames: body.frames?.map((frame) => ({ tMs: frame.t_ms, bytes: frame.image_base64 })),
    hints: body.hints ?? {},
    challengeId: body.challenge_id,
    report: body.capture,
  }),
);
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
