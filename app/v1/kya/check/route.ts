import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { checkProfile as endpoint } from "@/server/contract/v1/kya";
import { checkProfile } from "@/server/services/kya/check-profile";

export const POST = handle(endpoint, (ctx, { body }) => checkProfile(ctx, body));
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
