import type { QuotaMark } from "@/server/services/jobs/job-events";
import type { Adapters } from "@/server/services/ports";

type Of = QuotaMark & { readonly tenantId: string };

/** Whoever looks after money and access; the tenant's support address where nobody does. */
const ROLES = ["owner", "admin", "billing"];
const SUPPORT = "support";

const whereOf = ({ tenantId, environment, module, period }: Of) => ({
  tenant_id_environment_module_period: { tenant_id: tenantId, environment, module, period },
});

/**
 * Ids of those to write to about a quota; none where the mail went out. Ids, since durable steps remember what they
 * answer.
 */
export async function findQuotaReaders({ database }: Pick<Adapters, "database">, of: Of): Promise<string[]> {
  return database.inTenant(of.tenantId, async (tx) => {
    const counter = await tx.quotaCounter.findUnique({ where: whereOf(of) });
    const done = of.level === "warning" ? counter?.warned_mail_at : counter?.exhausted_mail_at;
    if (!counter || done) return [];
    const members = await tx.member.findMany({ where: { role: { in: ROLES } }, orderBy: { user_id: "asc" } });
    return members.length > 0 ? members.map(({ user_id: id }) => id) : [SUPPORT];
  });
}

/** Writes to one of them. Tried again it is the same mail under the same Message-ID. */
export async function mailQuota(
  { database, mailer }: Pick<Adapters, "database" | "mailer">,
  of: Of,
  reader: string,
): Promise<void> {
  const found = await database.inTenant(of.tenantId, async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: of.tenantId }, include: { plan: true } });
    const user = await tx.user.findUnique({ where: { id: reader }, select: { email: true } });
    const to = reader === SUPPORT ? tenant.support_email : user?.email;
    const counter = await tx.quotaCounter.findUniqueOrThrow({ where: whereOf(of) });
    const own = (tenant.settings as { quotas?: Record<string, number> }).quotas;
    const limit = own?.[of.module] ?? (tenant.plan.quotas as Record<string, number>)[of.module] ?? null;
    return to === undefined ? undefined : { to, tenant: tenant.name, used: counter.used, limit };
  });
  if (!found) return;
  const id = ["quota", of.level, of.tenantId, of.environment, of.module, of.period, reader].join(".");
  await mailer.send({ id, to: found.to, ...wordsOf(of, found) });
}

/** Notes that the mail went out, so that the sweep leaves it alone. */
export async function noteQuotaMail({ database, clock }: Pick<Adapters, "database" | "clock">, of: Of): Promise<void> {
  const now = clock.now();
  const data = of.level === "warning" ? { warned_mail_at: now } : { exhausted_mail_at: now };
  await database.inTenant(of.tenantId, (tx) => tx.quotaCounter.update({ where: whereOf(of), data }));
}

function wordsOf(of: Of, found: { tenant: string; used: number; limit: number | null }) {
  const { module, period, level } = of;
  const keys = of.environment === "live" ? "live keys" : "test keys";
  const share = level === "exhausted" ? "used up" : "80 % used";
  const next =
    level === "exhausted"
      ? "Further calls are refused with 429 until the month ends (UTC) or the quota is raised."
      : "When it is used up, calls are refused with 429 until the month ends (UTC).";
  const text = [
    `The monthly quota of ${found.tenant} for "${module}" (${keys}) is ${share}.`,
    `${found.used} of ${found.limit ?? "unlimited"} calls were made in ${period}.`,
    next,
    "See Dashboard → Billing, or ask your operator for more.",
  ].join("\n\n");
  return { subject: `Quota for ${module} ${share} (${keys}, ${period})`, text };
}
