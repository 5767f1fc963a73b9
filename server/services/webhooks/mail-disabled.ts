import type { Adapters } from "@/server/services/ports";

type Outside = Pick<Adapters, "database" | "mailer">;

/** Whoever looks after the connection; the tenant's support address where nobody does. */
const ROLES = ["owner", "admin", "developer"];
const SUPPORT = "support";

/** Ids of those to write to. Ids, since durable steps remember what they answer. */
export async function findEndpointReaders({ database }: Outside, tenantId: string): Promise<string[]> {
  const members = await database.inTenant(tenantId, (tx) =>
    tx.member.findMany({ where: { role: { in: ROLES } }, orderBy: { user_id: "asc" } }),
  );
  return members.length > 0 ? members.map(({ user_id: id }) => id) : [SUPPORT];
}

/**
 * Writes to one of them that an endpoint was switched off. Tried again it is the same mail under the same Message-ID.
 */
export async function mailDisabled(
  { database, mailer }: Outside,
  of: { readonly tenantId: string; readonly deliveryId: string; readonly reader: string },
): Promise<void> {
  const found = await database.inTenant(of.tenantId, async (tx) => {
    const delivery = await tx.webhookDelivery.findUnique({
      where: { id: of.deliveryId },
      include: { endpoint: true },
    });
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: of.tenantId } });
    const user = await tx.user.findUnique({ where: { id: of.reader }, select: { email: true } });
    const to = of.reader === SUPPORT ? tenant.support_email : user?.email;
    return delivery && to ? { to, tenant: tenant.name, endpoint: delivery.endpoint } : undefined;
  });
  if (found?.endpoint.status !== "disabled") return;
  const { to, tenant, endpoint } = found;
  const why =
    endpoint.disabled_reason === "gone"
      ? "It answered 410 (gone), which asks us to send no more."
      : "Nothing that we sent arrived there for three days.";
  const text = [
    `The webhook endpoint ${endpoint.url} of ${tenant} (${endpoint.environment} data) was switched off.`,
    why,
    "Repair it, make it active again under Dashboard → Webhooks, and replay the time that it missed.",
  ].join("\n\n");
  const id = ["webhook-disabled", endpoint.id, of.deliveryId, of.reader].join(".");
  await mailer.send({ id, to, subject: `Webhook endpoint switched off: ${new URL(endpoint.url).host}`, text });
}
