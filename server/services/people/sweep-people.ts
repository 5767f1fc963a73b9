import type { Adapters } from "@/server/services/ports";

const KEEP_DAYS = 30;

/** Forgets sign-ins, links and invitations thirty days after they ended. Answers how many rows. */
export async function sweepPeople({ database, clock }: Pick<Adapters, "database" | "clock">): Promise<number> {
  const before = new Date(clock.now().getTime() - KEEP_DAYS * 86_400_000);
  const past = { expires_at: { lt: before } };
  return database.asPlatform(async (tx) => {
    const sessions = await tx.personSession.deleteMany({ where: { OR: [past, { revoked_at: { lt: before } }] } });
    const resets = await tx.passwordReset.deleteMany({ where: past });
    const over = [past, { accepted_at: { lt: before } }, { revoked_at: { lt: before } }];
    const invitations = await tx.invitation.deleteMany({ where: { OR: over } });
    await tx.approval.updateMany({ where: { status: "pending", ...past }, data: { input_sealed: null } });
    return sessions.count + resets.count + invitations.count;
  });
}
