import { z } from "zod";
import { defineAction } from "@/server/services/approvals/action";
import { updateTenant } from "@/server/services/operator/update-tenant";

/** An operator moves a tenant to a plan that allows less. */
export const changeTenant = defineAction({
  kind: "tenant.downgrade",
  title: "Move a tenant to a smaller plan",
  needs: { operator: "tenants:write" },
  schema: z.object({ planId: z.string().max(80), status: z.enum(["active", "suspended"]), note: z.string().max(2000) }),
  keyOf: async () => "master",
  reason: ({ planId, note }) => `To ${planId}: ${note}`,
  carryOut: async (ctx, { subject: id, input, requestedBy }) => {
    await updateTenant({ ...ctx, actor: requestedBy }, { id, planId: input.planId, status: input.status });
  },
});
