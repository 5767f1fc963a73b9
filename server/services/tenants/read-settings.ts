import { Branding } from "@/server/domain/capture/branding";
import { type AccessPolicy, accessPolicyOf } from "@/server/domain/people/access-policy";
import { retentionOf } from "@/server/domain/privacy/retention-policy";
import type { Ctx } from "@/server/services/ports";

export interface TenantSettings {
  readonly id: string;
  readonly name: string;
  /** ISO 3166 alpha-3. */
  readonly country: string;
  readonly supportEmail: string;
  /** The operator's to change. */
  readonly plan: string;
  readonly region: string;
  readonly branding: Branding;
  readonly access: AccessPolicy;
  /** Days by kind as they hold, and the preset that bounds them. */
  readonly retention: ReturnType<typeof retentionOf>;
  /** Whether pictures that could not be scanned are refused, whatever the server allows. */
  readonly scanRequired: boolean;
}

/** What a tenant says of itself and demands of its people. */
export async function readSettings(ctx: Ctx): Promise<TenantSettings> {
  const tenant = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.tenant.findUniqueOrThrow({
      where: { id: ctx.tenantId },
      select: {
        name: true,
        country: true,
        support_email: true,
        region: true,
        branding: true,
        settings: true,
        plan: { select: { name: true } },
      },
    }),
  );
  return {
    id: ctx.tenantId,
    name: tenant.name,
    country: tenant.country,
    supportEmail: tenant.support_email,
    plan: tenant.plan.name,
    region: tenant.region,
    branding: Branding.parse(tenant.branding ?? {}),
    access: accessPolicyOf(tenant.settings),
    retention: retentionOf(tenant.settings),
    scanRequired: (tenant.settings as { scan_required?: unknown } | null)?.scan_required === true,
  };
}
