import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { listJobs as endpoint } from "@/server/contract/v1/kyc";
import { listJobs } from "@/server/services/verifications/list-jobs";

export const GET = handle(endpoint, (ctx, { query }) => listJobs(ctx, query));
export { methodNotAllowed as POST, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
