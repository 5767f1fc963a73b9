import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { replayWebhook as endpoint } from "@/server/contract/v1/webhooks";
import { replayRange } from "@/server/services/webhooks/replay-range";

export const POST = handle(endpoint, async (ctx, { params, body }) => {
  const { from, to, only_failed: onlyFailed } = body;
  const { replayed, nextFrom } = await replayRange(ctx, {
    id: params.id,
    from: new Date(from),
    to: new Date(to),
    onlyFailed,
  });
  return { replayed, next_from: nextFrom?.toISOString() ?? null };
});
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
