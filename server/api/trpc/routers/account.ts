import { z } from "zod";
import { openProcedure, router, selfProcedure } from "@/server/api/trpc/procedures";
import { acceptInvitation } from "@/server/services/members/accept-invitation";
import { readInvitation } from "@/server/services/members/read-invitation";
import { askPasswordReset } from "@/server/services/people/ask-password-reset";
import { beginSecondFactor } from "@/server/services/people/begin-second-factor";
import { changePassword } from "@/server/services/people/change-password";
import { confirmSecondFactor } from "@/server/services/people/confirm-second-factor";
import { disableSecondFactor } from "@/server/services/people/disable-second-factor";
import { listSessions } from "@/server/services/people/list-sessions";
import { renamePerson } from "@/server/services/people/rename-person";
import { renewRecoveryCodes } from "@/server/services/people/renew-recovery-codes";
import { resetPassword } from "@/server/services/people/reset-password";
import { revokeSessions } from "@/server/services/people/revoke-sessions";

const Token = z.string().min(20).max(100);
const Password = z.string().max(1000);
const Code = z.string().trim().max(40);
/** Asked again before what a stolen session must not do; the code where a second factor is set up. */
const Proof = z.object({ password: Password, code: Code.optional() });
const Name = z.string().trim().min(1).max(100);

/** A person's own account, and the ways into one. */
export const account = router({
  invitation: openProcedure("the link's token")
    .input(z.object({ token: Token }))
    .query(({ ctx, input }) => readInvitation(ctx.adapters, input)),
  join: openProcedure("the link's token")
    .input(z.object({ token: Token, name: z.string().trim().max(100), password: Password }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx.adapters, { ...input, address: ctx.address })),
  askReset: openProcedure("the same answer for everybody")
    .input(z.object({ email: z.string().trim().max(320) }))
    .mutation(({ ctx, input }) =>
      askPasswordReset(ctx.adapters, { ...input, baseUrl: ctx.baseUrl, address: ctx.address }),
    ),
  reset: openProcedure("the link's token")
    .input(z.object({ token: Token, password: Password }))
    .mutation(({ ctx, input }) => resetPassword(ctx.adapters, { ...input, address: ctx.address })),

  me: selfProcedure().query(async ({ ctx }) => ({
    ...ctx.person,
    sessionId: ctx.sessionId,
    sessions: await listSessions(ctx.adapters, { userId: ctx.person.id }),
  })),
  rename: selfProcedure()
    .input(z.object({ name: Name }))
    .mutation(({ ctx, input }) => renamePerson(ctx.adapters, { ...input, userId: ctx.person.id })),
  changePassword: selfProcedure()
    .input(Proof.extend({ next: Password }))
    .mutation(({ ctx, input }) =>
      changePassword(ctx.adapters, { ...input, userId: ctx.person.id, sessionId: ctx.sessionId }),
    ),
  revokeSession: selfProcedure()
    .input(Proof.extend({ id: z.string().max(80) }))
    .mutation(({ ctx, input }) => revokeSessions(ctx.adapters, { ...input, userId: ctx.person.id })),
  revokeOtherSessions: selfProcedure()
    .input(Proof)
    .mutation(({ ctx, input }) =>
      revokeSessions(ctx.adapters, { ...input, allBut: ctx.sessionId, userId: ctx.person.id }),
    ),
  beginSecondFactor: selfProcedure("enrolling").mutation(({ ctx }) =>
    beginSecondFactor(ctx.adapters, { userId: ctx.person.id }),
  ),
  confirmSecondFactor: selfProcedure("enrolling")
    .input(z.object({ code: Code }))
    .mutation(({ ctx, input }) =>
      confirmSecondFactor(ctx.adapters, { ...input, userId: ctx.person.id, sessionId: ctx.sessionId }),
    ),
  disableSecondFactor: selfProcedure()
    .input(z.object({ password: Password, code: Code }))
    .mutation(({ ctx, input }) => disableSecondFactor(ctx.adapters, { ...input, userId: ctx.person.id })),
  renewRecoveryCodes: selfProcedure()
    .input(z.object({ password: Password, code: Code }))
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx.adapters, { ...input, userId: ctx.person.id })),
});
