import { AppError } from "@/server/contract/errors";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import { auditPerson } from "@/server/services/people/audit-person";
import { endSessions } from "@/server/services/people/revoke-sessions";
import type { Adapters } from "@/server/services/ports";

/**
 * Takes the second factor of somebody who lost app and recovery codes: they are signed out, told by mail, and sign in
 * with their password alone until they set up another. An operator's matter, because a person may belong to several
 * tenants. AppError `not_found`; `conflict` where there is none.
 */
export async function resetSecondFactor(
  ctx: Pick<Adapters, "database" | "clock" | "ids" | "mailer" | "log"> & { readonly actor: string },
  input: { readonly userId: string },
): Promise<void> {
  const { userId: id } = input;
  const to = await ctx.database.asPlatform(async (tx) => {
    const user = await tx.user.findUnique({ where: { id } });
    if (!user) throw new AppError("not_found", { user_id: id });
    const { count } = await tx.user.updateMany({
      where: { id, totp_sealed: { not: null } },
      data: { totp_sealed: null, totp_pending: null },
    });
    if (count === 0) throw new AppError("conflict", { reason: "no_second_factor" });
    await tx.recoveryCode.deleteMany({ where: { user_id: id } });
    const details = { sessions_revoked: await endSessions(tx, ctx.clock.now(), { user_id: id }) };
    const event = { action: "person.second_factor_reset", details };
    await auditPerson(ctx, tx, id, event);
    if (!user.operator_role) await appendOperatorAudit(ctx, tx, { ...event, target: id });
    return user.email;
  });
  const text = [
    "The second factor of your veriFlow account was taken away by your provider, and every session was signed out.",
    "Set up another as soon as you sign in. If you did not ask for it, tell your administrator at once.",
  ].join("\n\n");
  try {
    await ctx.mailer.send({ to, subject: "Your second factor was taken away", text });
  } catch (error) {
    ctx.log.error({ error: (error as Error).name }, "mail about a second factor could not be sent");
  }
}
