import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { may } from "@/server/domain/people/permissions";
import type { ApprovalAction } from "@/server/services/approvals/action";
import { actionOf } from "@/server/services/approvals/actions/index";
import { decideApproval } from "@/server/services/approvals/decide-approval";
import { listApprovals } from "@/server/services/approvals/list-approvals";
import { withdrawApproval } from "@/server/services/approvals/withdraw-approval";
import { askErasure } from "@/server/services/privacy/ask-erasure";

const Id = z.object({ id: z.string().max(80) });

/** Whether the role may do alone, where nobody asks for four eyes, what waits here. */
function holds(role: string, { needs }: ApprovalAction): boolean {
  return "permission" in needs && may(role, needs.permission);
}

/** What waits for a second person in the tenant. */
export const approvals = router({
  list: memberProcedure("approvals:read").query(async ({ ctx }) => {
    const rows = await listApprovals(ctx.service, "tenant");
    return rows.map((row) => ({ ...row, mayDecide: !row.own && holds(ctx.membership.role, actionOf(row.kind)) }));
  }),
  decide: memberProcedure("approvals:write")
    .input(Id.extend({ allow: z.boolean() }))
    .mutation(({ ctx, input }) =>
      decideApproval(ctx.service, "tenant", { ...input, holds: (action) => holds(ctx.membership.role, action) }),
    ),
  withdraw: memberProcedure("approvals:write")
    .input(Id)
    .mutation(({ ctx, input }) => withdrawApproval(ctx.service, "tenant", input)),
  askErasure: memberProcedure("verifications:erase")
    .input(z.object({ reference: z.string().trim().min(1).max(200), note: z.string().trim().min(1).max(2000) }))
    .mutation(({ ctx, input }) => askErasure(ctx.service, input)),
});
