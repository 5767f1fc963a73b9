import { z } from "zod";
import { OwnLimits } from "@/server/domain/limits/own-limits";
import { defineAction } from "@/server/services/approvals/action";
import { setLimits } from "@/server/services/operator/set-limits";

/** An operator lets a tenant ask less often. */
export const changeLimits = defineAction({
  kind: "tenant.limits",
  title: "Lower a tenant's limits of requests",
  needs: { operator: "quotas:write" },
  schema: z.object({ own: OwnLimits, note: z.string().max(2000) }),
  keyOf: async () => "master",
  reason: ({ own, note }) => `${sentence(own)}${note && `: ${note}`}`,
  carryOut: async (ctx, { subject: tenantId, input, requestedBy }) => {
    await setLimits({ ...ctx, actor: requestedBy }, { tenantId, own: input.own });
  },
});

/** `50 a minute, readDocument 10 a minute`; what is not named is the plan's. */
function sentence({ minute, day, tenant_minute, endpoints = {} }: OwnLimits): string {
  const parts = [
    minute && `${minute} a minute of a key`,
    day && `${day} a day of a key`,
    tenant_minute && `${tenant_minute} a minute of all keys`,
    ...Object.entries(endpoints).map(([id, limit]) => `${id} ${limit} a minute`),
  ].filter(Boolean);
  return parts.length > 0 ? `To ${parts.join(", ")}` : "To those of the plan";
}
