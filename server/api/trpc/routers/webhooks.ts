import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { WebhookBody } from "@/server/contract/events";
import { maskEvent } from "@/server/domain/privacy/mask-event";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";
import { deleteEndpoint } from "@/server/services/webhooks/delete-endpoint";
import { EndpointEvents } from "@/server/services/webhooks/endpoint-input";
import { getDelivery } from "@/server/services/webhooks/get-delivery";
import { listDeliveries } from "@/server/services/webhooks/list-deliveries";
import { listEndpoints } from "@/server/services/webhooks/list-endpoints";
import { replayDelivery } from "@/server/services/webhooks/replay-delivery";
import { replayRange } from "@/server/services/webhooks/replay-range";
import { rotateWebhookSecret } from "@/server/services/webhooks/rotate-secret";
import { updateEndpoint } from "@/server/services/webhooks/update-endpoint";

/** Bodies of earlier versions name no schema. */
const Sent = WebhookBody.extend({ schema: z.string().default("") });
const Id = z.object({ id: z.string().max(80) });

export const webhooks = router({
  endpoints: memberProcedure("webhooks:read").query(({ ctx }) => listEndpoints(ctx.service)),
  create: memberProcedure("webhooks:write")
    .input(z.object({ url: z.string().trim().max(2000), events: EndpointEvents }))
    .mutation(({ ctx, input }) => createEndpoint(ctx.service, input)),
  update: memberProcedure("webhooks:write")
    .input(
      Id.extend({
        status: z.enum(["active", "paused"]).optional(),
        maxConcurrency: z.number().int().min(1).max(50).optional(),
        ordered: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => updateEndpoint(ctx.service, input)),
  replayRange: memberProcedure("webhooks:write")
    .input(Id.extend({ from: z.date(), to: z.date(), onlyFailed: z.boolean() }))
    .mutation(({ ctx, input }) => replayRange(ctx.service, input)),
  rotate: memberProcedure("webhooks:write")
    .input(Id)
    .mutation(({ ctx, input }) => rotateWebhookSecret(ctx.service, input)),
  remove: memberProcedure("webhooks:write")
    .input(Id)
    .mutation(({ ctx, input }) => deleteEndpoint(ctx.service, input)),
  deliveries: memberProcedure("webhooks:read")
    .input(z.object({ status: z.enum(["pending", "delivered", "failed"]).optional(), cursor: z.string().optional() }))
    .query(({ ctx, input }) => listDeliveries(ctx.service, { ...input, limit: 25 })),
  delivery: memberProcedure("webhooks:read")
    .input(Id)
    .query(async ({ ctx, input }) => {
      const delivery = await getDelivery(ctx.service, input);
      return {
        ...delivery,
        body: delivery.body === null ? null : maskEvent(Sent.parse(JSON.parse(delivery.body))),
      };
    }),
  replay: memberProcedure("webhooks:write")
    .input(Id)
    .mutation(({ ctx, input }) => replayDelivery(ctx.service, input)),
});
