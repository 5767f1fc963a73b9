import { TRPCError } from "@trpc/server";
import { Eye } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InviteFirstOwner } from "@/components/backoffice/invite-first-owner";
import { LimitsCard } from "@/components/backoffice/limits-card";
import { OwnGrants } from "@/components/backoffice/own-grants";
import { RequestGrant } from "@/components/backoffice/request-grant";
import { TenantKeys } from "@/components/backoffice/tenant-keys";
import { count, dateTime, words } from "@/components/dashboard/format";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { requirePerson } from "@/server/api/auth/require-person";
import { caller } from "@/server/api/trpc/caller";
import { endpointList } from "@/server/contract/v1/index";
import { operatorMay } from "@/server/domain/people/permissions";

export const metadata: Metadata = { title: "Tenant" };

const ENDPOINTS = endpointList.map(({ id, method, path }) => ({ id, title: `${method} ${path}` }));

export default async function TenantPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: tenantId } = await params;
  const api = await caller();
  const tenant = await api.operatorAccess.tenant({ tenantId }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  const { operatorRole } = await requirePerson("/operator");
  const grants = operatorMay(operatorRole, "grants:read") ? await api.operatorAccess.grants({ tenantId }) : undefined;
  const keys = operatorMay(operatorRole, "keys:revoke") ? await api.operatorKeys.list({ tenantId }) : [];
  const limits = await api.operatorLimits.read({ tenantId });
  const running = grants?.some((grant) => grant.status === "granted");
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        eyebrow={<a href="/operator">Tenants</a>}
        title={tenant.name}
        description={<span className="mono text-sm">{tenant.id}</span>}
        actions={
          tenant.members === 0 ? (
            <InviteFirstOwner tenant={tenant} />
          ) : running ? (
            <a className={buttonClass({ variant: "primary" })} href={`/operator/tenants/${tenantId}/verifications`}>
              <Eye className="size-4" aria-hidden="true" /> See verifications
            </a>
          ) : (
            grants && <RequestGrant tenantId={tenantId} name={tenant.name} />
          )
        }
      />
      <Card>
        <CardBody className="grid grid-cols-2 gap-6 lg:grid-cols-4">
          <Stat label="Plan" value={tenant.plan.name} />
          <Stat label="Verifications this month" value={count(tenant.verifications)} />
          <Stat label="Active keys" value={tenant.activeKeys} />
          <Stat label="Members" value={tenant.members} />
        </CardBody>
        <CardBody className="flex flex-wrap items-center gap-x-6 gap-y-2 border-line border-t text-muted text-sm">
          <Badge tone={tenant.status === "active" ? "positive" : "negative"}>{words(tenant.status)}</Badge>
          <span>{tenant.country}</span>
          <span>{tenant.supportEmail}</span>
          <span>Since {dateTime(tenant.createdAt)} (UTC)</span>
        </CardBody>
      </Card>
      <LimitsCard tenantId={tenantId} limits={limits} endpoints={ENDPOINTS} />
      {keys.length > 0 && (
        <Card>
          <CardHeader title="API keys" description="Those that work. End one that leaked; the tenant makes another." />
          <TenantKeys tenantId={tenantId} rows={keys} />
        </Card>
      )}
      {grants && (
        <Card>
          <CardHeader title="Your access" description="People's data are the tenant's: it allows a look, for a time." />
          {grants.length === 0 ? (
            <EmptyState icon={<Eye />} title="You never asked">
              Figures need no leave. For more, ask the tenant and say why.
            </EmptyState>
          ) : (
            <OwnGrants rows={grants} />
          )}
        </Card>
      )}
    </div>
  );
}
