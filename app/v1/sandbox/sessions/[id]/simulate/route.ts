import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { simulateSession as endpoint } from "@/server/contract/v1/sandbox";
import { simulateSession } from "@/server/services/sandbox/simulate-session";

export const POST = handle(endpoint, (ctx, { params, body }) => simulateSession(ctx, { ...params, ...body }));
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
