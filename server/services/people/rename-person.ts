import { auditPerson } from "@/server/services/people/audit-person";
import type { Adapters } from "@/server/services/ports";

/** The name under which others see the person; the audit keeps that it changed, not what it was. */
export async function renamePerson(
  ctx: Pick<Adapters, "database" | "clock" | "ids">,
  input: { readonly userId: string; readonly name: string },
): Promise<void> {
  const { userId: id, name } = input;
  await ctx.database.asPlatform(async (tx) => {
    await tx.user.update({ where: { id }, data: { name } });
    await auditPerson({ ...ctx, actor: id }, tx, id, { action: "person.renamed" });
  });
}
