import { handle } from "@/server/api/handle";
import { linkOf } from "@/server/api/link-of";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { createSession as endpoint } from "@/server/contract/v1/sessions";
import { createSession } from "@/server/services/sessions/create-session";

export const POST = handle(endpoint, async (ctx, { body }) => {
  const { view, token } = await createSession(ctx, body);
  return { ...view, url: linkOf(token) };
});
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
