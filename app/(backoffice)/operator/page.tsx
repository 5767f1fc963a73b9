import type { Metadata } from "next";
import { NewTenantDialog } from "@/components/backoffice/new-tenant-dialog";
import { TenantDialog } from "@/components/backoffice/tenant-dialog";
import { count, dateTime, words } from "@/components/dashboard/format";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { requirePerson } from "@/server/api/auth/require-person";
import { caller } from "@/server/api/trpc/caller";
import { operatorMay } from "@/server/domain/people/permissions";

export const metadata: Metadata = { title: "Tenants" };

export default async function TenantsPage() {
  const api = await caller();
  const [tenants, plans] = await Promise.all([api.operator.tenants(), api.operator.plans()]);
  const choices = plans.map(({ id, name }) => ({ id, name }));
  const mayOpen = operatorMay((await requirePerson("/operator")).operatorRole, "tenants:write");
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Tenants"
        description="Figures only: people's documents stay with the tenant."
        actions={mayOpen && <NewTenantDialog plans={choices} />}
      />
      <Card>
        <Table label="Tenants">
          <THead>
            <Th>Name</Th>
            <Th>Status</Th>
            <Th>Plan</Th>
            <Th numeric>Verifications this month</Th>
            <Th numeric>Active keys</Th>
            <Th numeric>Members</Th>
            <Th>Since (UTC)</Th>
            <Th />
          </THead>
          <tbody>
            {tenants.map((tenant) => (
              <Tr key={tenant.id}>
                <Td>
                  <a href={`/operator/tenants/${tenant.id}`} className="whitespace-nowrap font-medium hover:underline">
                    {tenant.name}
                  </a>
                  <p className="mono text-muted text-xs">{tenant.id}</p>
                </Td>
                <Td>
                  <Badge tone={tenant.status === "active" ? "positive" : "negative"}>{words(tenant.status)}</Badge>
                </Td>
                <Td>{tenant.plan.name}</Td>
                <Td numeric>{count(tenant.verifications)}</Td>
                <Td numeric>{tenant.activeKeys}</Td>
                <Td numeric>{tenant.members}</Td>
                <Td className="whitespace-nowrap text-muted">{dateTime(tenant.createdAt)}</Td>
                <Td>
                  <TenantDialog tenant={tenant} plans={choices} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </div>
  );
}
