import { z } from "zod";
import { operatorProcedure, router } from "@/server/api/trpc/procedures";
import { OPERATOR_ROLES } from "@/server/domain/people/permissions";
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
  remove: operatorProcedure("operators:write")
    .input(User)
    .mutation(({ ctx, input }) =>
      setOperatorRole({ ...ctx.adapters, actor: ctx.person.id }, { userId: input.userId, role: null }),
    ),
});
