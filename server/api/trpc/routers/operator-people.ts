import { z } from "zod";
import { operatorProcedure, router } from "@/server/api/trpc/procedures";
import { operatorCtx } from "@/server/api/trpc/routers/operator-approvals";
import { OPERATOR_ROLES } from "@/server/domain/people/permissions";
import { env } from "@/server/env";
import { askSecondFactorReset } from "@/server/services/operators/ask-second-factor-reset";
import { inviteOperator } from "@/server/services/operators/invite-operator";
import { listOperators } from "@/server/services/operators/list-operators";
import { revokeOperatorInvitation } from "@/server/services/operators/revoke-operator-invitation";
import { setOperatorRole } from "@/server/services/operators/set-operator-role";

const User = z.object({ userId: z.string().max(80) });

/** The platform's own staff. */
export const operatorPeople = router({
  list: operatorProcedure("operators:read").query(async ({ ctx }) => ({
    ...(await listOperators(ctx.adapters)),
    me: ctx.person.id,
  })),
  invite: operatorProcedure("operators:write")
    .input(z.object({ email: z.email().max(320), role: z.enum(OPERATOR_ROLES) }))
    .mutation(({ ctx, input }) =>
      inviteOperator({ ...ctx.adapters, actor: ctx.person.id }, { ...input, baseUrl: ctx.baseUrl }),
    ),
  revokeInvitation: operatorProcedure("operators:write")
    .input(z.object({ id: z.string().max(80) }))
    .mutation(({ ctx, input }) => revokeOperatorInvitation({ ...ctx.adapters, actor: ctx.person.id }, input)),
  changeRole: operatorProcedure("operators:write")
    .input(User.extend({ role: z.enum(OPERATOR_ROLES) }))
    .mutation(({ ctx, input }) => setOperatorRole({ ...ctx.adapters, actor: ctx.person.id }, input)),
  resetSecondFactor: operatorProcedure("operators:write")
    .input(z.object({ email: z.email().max(320), note: z.string().trim().min(1).max(2000) }))
    .mutation(({ ctx, input }) =>
      askSecondFactorReset(operatorCtx(ctx), { ...input, fourEyes: env().OPERATOR_FOUR_EYES }),
    ),
  remove: operatorProcedure("operators:write")
    .input(User)
    .mutation(({ ctx, input }) =>
      setOperatorRole({ ...ctx.adapters, actor: ctx.person.id }, { userId: input.userId, role: null }),
    ),
});
