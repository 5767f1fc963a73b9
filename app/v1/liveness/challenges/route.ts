import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { drawLivenessChallenge as endpoint } from "@/server/contract/v1/liveness";
import { drawLivenessChallenge } from "@/server/services/liveness/draw-liveness-challenge";

export const POST = handle(endpoint, (ctx, { body }) => drawLivenessChallenge(ctx, body));
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
