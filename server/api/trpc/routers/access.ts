import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { decideGrant } from "@/server/services/grants/decide-grant";
import { endGrant } from "@/server/services/grants/end-grant";
import { listGrants } from "@/server/services/grants/list-grants";

const Id = z.object({ id: z.string().max(80) });

/** Who of the operator's staff asked to see this tenant's data, and who may. */
export const access = router({
  list: memberProcedure("access:read").query(({ ctx }) => listGrants(ctx.adapters, { tenantId: ctx.service.tenantId })),
  decide: memberProcedure("access:write")
    .input(Id.extend({ allow: z.boolean() }))
    .mutation(({ ctx, input }) => decideGrant(ctx.service, input)),
  end: memberProcedure("access:write")
    .input(Id)
    .mutation(({ ctx, input }) => endGrant(ctx.service, { ...input, tenantId: ctx.service.tenantId })),
});
