import { auditPerson } from "@/server/services/people/audit-person";
import { provePerson } from "@/server/services/people/prove-person";
import { replaceRecoveryCodes } from "@/server/services/people/recovery-codes";
import type { Adapters } from "@/server/services/ports";

/** New recovery codes in place of the earlier ones, for who gives password and code. AppError `unauthenticated`. */
export async function renewRecoveryCodes(
  adapters: Pick<Adapters, "database" | "clock" | "ids" | "keys" | "rates">,
  input: { readonly userId: string; readonly password: string; readonly code: string },
): Promise<{ readonly recoveryCodes: readonly string[] }> {
  const { userId: id } = input;
  await provePerson(adapters, input);
  return adapters.database.asPlatform(async (tx) => {
    const recoveryCodes = await replaceRecoveryCodes(adapters.ids, tx, id);
    await auditPerson({ ...adapters, actor: id }, tx, id, { action: "person.recovery_codes_renewed" });
    return { recoveryCodes };
  });
}
