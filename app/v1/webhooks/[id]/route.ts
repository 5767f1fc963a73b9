import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { deleteWebhook } from "@/server/contract/v1/webhooks";
import { deleteEndpoint } from "@/server/services/webhooks/delete-endpoint";

export const DELETE = handle(deleteWebhook, async (ctx, { params }) => {
  await deleteEndpoint(ctx, params);
  return { endpoint_id: params.id, deleted: true as const };
});
export { methodNotAllowed as GET, methodNotAllowed as POST, methodNotAllowed as PUT, methodNotAllowed as PATCH };
