import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { ROLES } from "@/server/domain/people/permissions";
import { changeRole } from "@/server/services/members/change-role";
import { inviteMember } from "@/server/services/members/invite-member";
import { listMembers } from "@/server/services/members/list-members";
import { removeMember } from "@/server/services/members/remove-member";
import { resendInvitation } from "@/server/services/members/resend-invitation";
import { revokeInvitation } from "@/server/services/members/revoke-invitation";
import { revokeMemberSessions } from "@/server/services/members/revoke-member-sessions";

const Id = z.object({ id: z.string().max(80) });
const Member = z.object({ userId: z.string().max(80) });

/** Who belongs to the tenant, and who is invited. */
export const members = router({
  list: memberProcedure("members:read").query(async ({ ctx }) => ({
    ...(await listMembers(ctx.service)),
    me: { id: ctx.person.id, role: ctx.membership.role },
  })),
  invite: memberProcedure("members:write")
    .input(z.object({ email: z.email().max(320), role: z.enum(ROLES) }))
    .mutation(({ ctx, input }) => inviteMember(ctx.service, { ...input, by: ctx.membership, baseUrl: ctx.baseUrl })),
  resend: memberProcedure("members:write")
    .input(Id)
    .mutation(({ ctx, input }) => resendInvitation(ctx.service, { ...input, baseUrl: ctx.baseUrl })),
  revoke: memberProcedure("members:write")
    .input(Id)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.service, input)),
  changeRole: memberProcedure("members:write")
    .input(Member.extend({ role: z.enum(ROLES) }))
    .mutation(({ ctx, input }) => changeRole(ctx.service, { ...input, by: ctx.membership })),
  remove: memberProcedure("members:write")
    .input(Member)
    .mutation(({ ctx, input }) => removeMember(ctx.service, { ...input, by: ctx.membership })),
  revokeSessions: memberProcedure("members:write")
    .input(Member)
    .mutation(({ ctx, input }) => revokeMemberSessions(ctx.service, { ...input, by: ctx.membership })),
});
