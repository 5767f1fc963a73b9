import { z } from "zod";
import { operatorProcedure, router } from "@/server/api/trpc/procedures";
import type { RequestContext } from "@/server/api/trpc/request-context";
import { operatorMay } from "@/server/domain/people/permissions";
import type { ApprovalAction } from "@/server/services/approvals/action";
import { actionOf } from "@/server/services/approvals/actions/index";
import { decideApproval } from "@/server/services/approvals/decide-approval";
import { listApprovals } from "@/server/services/approvals/list-approvals";
import { withdrawApproval } from "@/server/services/approvals/withdraw-approval";
import type { Person } from "@/server/services/people/find-visitor";
import type { Ctx } from "@/server/services/ports";

const Id = z.object({ id: z.string().max(80) });

/** The operator's own matters have no tenant and no environment; their rows are told apart by the missing tenant. */
export function operatorCtx(ctx: Pick<RequestContext, "adapters" | "traceId"> & { person: Person }): Ctx {
  return { ...ctx.adapters, tenantId: "operator", environment: "live", actor: ctx.person.id, traceId: ctx.traceId };
}

function holds(role: string | null, { needs }: ApprovalAction): boolean {
  return "operator" in needs && operatorMay(role, needs.operator);
}

/** What waits for a second operator. */
export const operatorApprovals = router({
  list: operatorProcedure("approvals:read").query(async ({ ctx }) => {
    const rows = await listApprovals(operatorCtx(ctx), "operator");
    return rows.map((row) => ({ ...row, mayDecide: !row.own && holds(ctx.person.operatorRole, actionOf(row.kind)) }));
  }),
  decide: operatorProcedure("approvals:write")
    .input(Id.extend({ allow: z.boolean() }))
    .mutation(({ ctx, input }) =>
      decideApproval(operatorCtx(ctx), "operator", {
        ...input,
        holds: (action) => holds(ctx.person.operatorRole, action),
      }),
    ),
  withdraw: operatorProcedure("approvals:write")
    .input(Id)
    .mutation(({ ctx, input }) => withdrawApproval(operatorCtx(ctx), "operator", input)),
});
