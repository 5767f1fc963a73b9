import type { Adapters } from "@/server/services/ports";

export interface TenantRow {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly supportEmail: string;
  readonly status: string;
  readonly plan: { id: string; name: string };
  readonly members: number;
  readonly activeKeys: number;
  /** Verifications begun this calendar month (UTC), both environments. */
  readonly verifications: number;
  readonly createdAt: Date;
}

/** Every tenant with its figures; an operator sees counts, never people's documents. */
export async function listTenants({ database, clock }: Pick<Adapters, "database" | "clock">): Promise<TenantRow[]> {
  const since = new Date(`${clock.now().toISOString().slice(0, 7)}-01T00:00:00Z`);
  return database.asPlatform(async (tx) => {
    const tenants = await tx.tenant.findMany({
      orderBy: { created_at: "asc" },
      include: {
        plan: true,
        _count: {
          select: {
            members: true,
            api_keys: { where: { revoked_at: null } },
            jobs: { where: { created_at: { gte: since } } },
          },
        },
      },
    });
    return tenants.map((tenant) => ({
      id: tenant.id,
      name: tenant.name,
      country: tenant.country,
      supportEmail: tenant.support_email,
      status: tenant.status,
      plan: { id: tenant.plan.id, name: tenant.plan.name },
      members: tenant._count.members,
      activeKeys: tenant._count.api_keys,
      verifications: tenant._count.jobs,
      createdAt: tenant.created_at,
    }));
  });
}
