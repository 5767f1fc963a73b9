import { AppError } from "@/server/contract/errors";
import { joinByInvitation } from "@/server/services/members/join-by-invitation";
import { findOpenInvitation } from "@/server/services/members/read-invitation";
import { judgePassword } from "@/server/services/people/judge-password";
import { limitTries } from "@/server/services/people/limit-tries";
import { hashPassword, passwordMatches } from "@/server/services/people/password";
import type { Adapters } from "@/server/services/ports";

/**
 * Takes an invitation up. Somebody new chooses name and password; somebody who can sign in already gives their
 * password, and nothing of their account changes. Answers the e-mail to sign in with. AppError `session_expired`,
 * `invalid_request` for a weak password, `unauthenticated` for a wrong one.
 */
export async function acceptInvitation(
  ctx: Pick<Adapters, "database" | "clock" | "ids" | "rates">,
  input: { readonly token: string; readonly name: string; readonly password: string; readonly address?: string },
): Promise<{ readonly email: string }> {
  const { token, name, password } = input;
  if (input.address) await limitTries(ctx, "address", input.address);
  const { email } = await ctx.database.asPlatform((tx) => findOpenInvitation(tx, token, ctx.clock.now()));
  await limitTries(ctx, "password", email);
  return ctx.database.asPlatform(async (tx) => {
    const invitation = await findOpenInvitation(tx, token, ctx.clock.now());
    const known = await tx.user.findUnique({ where: { email } });
    const id = known?.id ?? ctx.ids.make("usr");
    if (known?.password_hash) {
      const right = await passwordMatches(password, known.password_hash);
      if (!right) throw new AppError("unauthenticated", { reason: "password" });
    } else {
      judgePassword(password, [email, name]);
      const password_hash = await hashPassword(password);
      const made = { id, email, name, password_hash, created_at: ctx.clock.now() };
      if (known) await tx.user.update({ where: { id }, data: { password_hash } });
      else await tx.user.create({ data: made });
    }
    await joinByInvitation(ctx, tx, invitation, id);
    return { email };
  });
}
