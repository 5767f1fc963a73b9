import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { getJob as endpoint } from "@/server/contract/v1/kyc";
import { getJob } from "@/server/services/verifications/get-job";

export const GET = handle(endpoint, (ctx, { params }) => getJob(ctx, params.id));
export { methodNotAllowed as POST, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
