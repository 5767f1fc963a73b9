import { AppError } from "@/server/contract/errors";
import { auditGrant } from "@/server/services/grants/audit-grant";
import type { Adapters } from "@/server/services/ports";

/** Hours for which a grant may be asked. */
export const GRANT_HOURS_MAX = 72;

/**
 * An operator asks a tenant for leave to see its data, for themselves, with a reason that the tenant reads. The
 * tenant's owners are told by mail. AppError `not_found`; `conflict` while one is asked for or runs.
 */
export async function requestGrant(
  ctx: Pick<Adapters, "database" | "clock" | "ids" | "mailer" | "log"> & { readonly actor: string },
  input: { tenantId: string; reason: string; hours: number; baseUrl: string },
): Promise<{ readonly id: string }> {
  const { tenantId, reason } = input;
  const hours = Math.min(GRANT_HOURS_MAX, Math.max(1, Math.floor(input.hours)));
  const now = ctx.clock.now();
  const { id, owners, operator } = await ctx.database.asPlatform(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM tenant WHERE id = ${tenantId} FOR UPDATE`;
    const tenant = await tx.tenant.findUnique({
      where: { id: tenantId },
      include: { members: { where: { role: "owner" }, include: { user: true } } },
    });
    if (!tenant) throw new AppError("not_found", { tenant_id: tenantId });
    const asked = { status: "requested", requested_at: { gt: new Date(now.getTime() - 72 * 3_600_000) } };
    const open = [asked, { status: "granted", expires_at: { gt: now } }];
    const where = { tenant_id: tenantId, user_id: ctx.actor, OR: open };
    if ((await tx.operatorGrant.count({ where })) > 0) throw new AppError("conflict", { reason: "waits_already" });
    const id = ctx.ids.make("grt");
    const made = { id, tenant_id: tenantId, user_id: ctx.actor, reason, hours, requested_at: now };
    await tx.operatorGrant.create({ data: made });
    await auditGrant(ctx, tx, tenantId, { action: "grant.requested", target: id, details: { reason, hours } });
    const operator = await tx.user.findUniqueOrThrow({ where: { id: ctx.actor }, select: { name: true } });
    return { id, owners: tenant.members.map((member) => member.user.email), operator: operator.name };
  });
  const link = new URL("/dashboard/access", input.baseUrl).href;
  const text = `${operator}, of your provider's staff, asks to see your data for ${hours} hours.\n\nReason: ${reason}\n\nAllow or refuse it here: ${link}`;
  for (const to of owners) await tell(ctx, { id: `${id}-${to}`, to, subject: "A request to see your data", text });
  return { id };
}

async function tell(
  { mailer, log }: Pick<Adapters, "mailer" | "log">,
  mail: { id: string; to: string; subject: string; text: string },
): Promise<void> {
  try {
    await mailer.send({ ...mail, id: mail.id.split("@")[0] });
  } catch (error) {
    log.error({ error: (error as Error).name }, "mail about a grant could not be sent");
  }
}
