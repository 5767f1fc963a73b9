import { z } from "zod";
import { operatorProcedure, router } from "@/server/api/trpc/procedures";
import { operatorCtx } from "@/server/api/trpc/routers/operator-approvals";
import { OwnLimits } from "@/server/domain/limits/own-limits";
import { env } from "@/server/env";
import { changeLimits } from "@/server/services/operator/change-limits";
import { readLimits } from "@/server/services/operator/read-limits";

const Tenant = z.object({ tenantId: z.string().max(80) });

/** How often one tenant may ask: the plan's limits, and the operator's own in their place. */
export const operatorLimits = router({
  read: operatorProcedure("tenants:read")
    .input(Tenant)
    .query(({ ctx, input }) => readLimits(ctx.adapters, input)),
  change: operatorProcedure("quotas:write")
    .input(Tenant.extend({ own: OwnLimits, note: z.string().trim().max(2000).default("") }))
    .mutation(({ ctx, input }) => changeLimits(operatorCtx(ctx), { ...input, fourEyes: env().OPERATOR_FOUR_EYES })),
});
