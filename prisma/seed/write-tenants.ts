import type { Adapters, Tx } from "@/server/services/ports";
import { type NewTenant, writeTenant } from "@/server/services/tenants/create-tenant";

/** The tenant of the demo. */
export const DEMO_TENANT = "ten_demo";
/** A second one, so that anybody can see that tenants are kept apart. */
export const OTHER_TENANT = "ten_other";

const TENANTS: readonly NewTenant[] = [
  {
    id: DEMO_TENANT,
    name: "Demo Bank",
    country: "FRA",
    supportEmail: "support@demo-bank.example",
    planId: "pro",
    branding: { accent: "#2563eb", languages: ["en", "fr"] },
  },
  { id: OTHER_TENANT, name: "Other Bank", country: "DEU", supportEmail: "support@other-bank.example", planId: "pro" },
];

/** Makes the demo's tenants where they are missing, with their data keys and default workflows. */
export async function writeTenants(adapters: Adapters, tx: Tx): Promise<void> {
  for (const tenant of TENANTS) {
    const there = await tx.tenant.findUnique({ where: { id: String(tenant.id) }, select: { id: true } });
    if (!there) await writeTenant({ ...adapters, actor: "system" }, tx, tenant);
  }
}
