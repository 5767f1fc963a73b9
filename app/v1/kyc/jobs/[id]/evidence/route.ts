import { packForApi } from "@/server/api/evidence";
import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { getEvidence as endpoint } from "@/server/contract/v1/kyc";

export const GET = handle(endpoint, (ctx, { params }) => packForApi(ctx, params.id));
export { methodNotAllowed as POST, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
