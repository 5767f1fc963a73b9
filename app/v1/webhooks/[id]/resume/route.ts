import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { resumeWebhook as endpoint } from "@/server/contract/v1/webhooks";
import { answerEndpoint } from "@/server/services/webhooks/answer-endpoint";
import { updateEndpoint } from "@/server/services/webhooks/update-endpoint";

export const POST = handle(endpoint, async (ctx, { params }) =>
  answerEndpoint(await updateEndpoint(ctx, { id: params.id, status: "active" })),
);
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
