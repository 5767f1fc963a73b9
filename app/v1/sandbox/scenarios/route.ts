import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { listScenarios as endpoint } from "@/server/contract/v1/sandbox";
import { listScenarios } from "@/server/services/sandbox/list-scenarios";

export const GET = handle(endpoint, (ctx) => listScenarios(ctx));
export { methodNotAllowed as POST, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
