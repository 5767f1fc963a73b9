import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { replayWebhookDelivery as endpoint } from "@/server/contract/v1/webhooks";
import { replayDelivery } from "@/server/services/webhooks/replay-delivery";

export const POST = handle(endpoint, async (ctx, { params }) => {
  await replayDelivery(ctx, params);
  return { delivery_id: params.id, status: "pending" as const };
});
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
