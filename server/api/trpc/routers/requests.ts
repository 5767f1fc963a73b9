import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { listRequests } from "@/server/services/requests/list-requests";

export const requests = router({
  list: memberProcedure("requests:read")
    .input(z.object({ cursor: z.string().optional(), failed: z.boolean().optional() }))
    .query(({ ctx, input }) => listRequests(ctx.service, input)),
});
