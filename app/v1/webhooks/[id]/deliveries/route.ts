import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { listWebhookDeliveries as endpoint } from "@/server/contract/v1/webhooks";
import { answerDeliveries } from "@/server/services/webhooks/answer-deliveries";

export const GET = handle(endpoint, (ctx, { params, query }) =>
  answerDeliveries(ctx, { endpointId: params.id, ...query }),
);
export { methodNotAllowed as POST, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
