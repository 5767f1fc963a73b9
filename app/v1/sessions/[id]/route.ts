import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { getSession as endpoint } from "@/server/contract/v1/sessions";
import { getSession } from "@/server/services/sessions/get-session";

export const GET = handle(endpoint, (ctx, { params }) => getSession(ctx, params.id));
export { methodNotAllowed as POST, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
