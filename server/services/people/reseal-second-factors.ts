import { sealContext } from "@/server/services/keys/seal-context";
import type { Adapters } from "@/server/services/ports";

/**
 * Seals every second factor with the present master key. What was begun and not confirmed is begun again by its person.
 */
export async function resealSecondFactors({ database, keys }: Pick<Adapters, "database" | "keys">): Promise<void> {
  const enrolled = { totp_sealed: { not: null } };
  await database.asPlatform((tx) => tx.user.updateMany({ data: { totp_pending: null } }));
  const people = await database.asPlatform((tx) => tx.user.findMany({ where: enrolled, select: { id: true } }));
  for (const { id } of people) {
    await database.asPlatform(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "user" WHERE id = ${id} FOR UPDATE`;
      const { totp_sealed } = await tx.user.findUniqueOrThrow({ where: { id }, select: { totp_sealed: true } });
      if (!totp_sealed) return;
      const context = sealContext("user", "totp_sealed", id);
      const secret = await keys.open("master", totp_sealed, context);
      await tx.user.update({ where: { id }, data: { totp_sealed: await keys.seal("master", secret, context) } });
    });
  }
}
