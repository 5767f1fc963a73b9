import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { cancelSession as endpoint } from "@/server/contract/v1/sessions";
import { cancelSession } from "@/server/services/sessions/cancel-session";

export const POST = handle(endpoint, (ctx, { params }) => cancelSession(ctx, params.id));
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
