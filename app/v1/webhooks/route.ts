import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { createWebhook, listWebhooks } from "@/server/contract/v1/webhooks";
import { answerEndpoint } from "@/server/services/webhooks/answer-endpoint";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";
import { listEndpoints } from "@/server/services/webhooks/list-endpoints";

export const POST = handle(createWebhook, async (ctx, { body }) => {
  const { url, events, max_concurrency: maxConcurrency, ordered } = body;
  const { endpoint, secret } = await createEndpoint(ctx, { url, events, maxConcurrency, ordered });
  return { ...answerEndpoint(endpoint), secret };
});
export const GET = handle(listWebhooks, async (ctx) => ({ data: (await listEndpoints(ctx)).map(answerEndpoint) }));
export { methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
