import { auditPerson } from "@/server/services/people/audit-person";
import { provePerson } from "@/server/services/people/prove-person";
import type { Adapters } from "@/server/services/ports";

/** Takes the second factor and its recovery codes away, for who gives password and code. AppError `unauthenticated`. */
export async function disableSecondFactor(
  adapters: Pick<Adapters, "database" | "clock" | "ids" | "keys" | "rates">,
  input: { readonly userId: string; readonly password: string; readonly code: string },
): Promise<void> {
  const { userId: id } = input;
  await provePerson(adapters, input);
  await adapters.database.asPlatform(async (tx) => {
    await tx.user.update({ where: { id }, data: { totp_sealed: null, totp_pending: null } });
    await tx.recoveryCode.deleteMany({ where: { user_id: id } });
    await tx.personSession.updateMany({ where: { user_id: id }, data: { strong: false } });
    await auditPerson({ ...adapters, actor: id }, tx, id, { action: "person.second_factor_removed" });
  });
}
