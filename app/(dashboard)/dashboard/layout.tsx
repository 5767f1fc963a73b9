import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { EnvironmentSwitch } from "@/components/dashboard/environment-switch";
import { DashboardNavigation } from "@/components/dashboard/navigation";
import { TenantSwitch } from "@/components/dashboard/tenant-switch";
import { PersonCorner } from "@/components/people/person-corner";
import { PersonFooter } from "@/components/people/person-footer";
import { Toaster } from "@/components/ui/toaster";
import { requirePerson } from "@/server/api/auth/require-person";
import { ENVIRONMENT_COOKIE, requestContext, TENANT_COOKIE } from "@/server/api/trpc/request-context";

export const metadata: Metadata = { title: { default: "Dashboard", template: "%s · veriFlow" } };

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson("/dashboard");
  if (person.memberships.length === 0) redirect(person.operatorRole ? "/operator" : "/join");
  const { environment, tenantId } = await requestContext();
  const tenant = person.memberships.find((m) => m.tenantId === tenantId) ?? person.memberships[0];
  return (
    <Toaster>
      <DashboardNavigation
        role={tenant.role}
        footer={<PersonFooter name={person.name} email={person.email} account="/dashboard/account" />}
        corner={<PersonCorner account="/dashboard/account" />}
      >
        <div className="mb-6 flex items-center justify-between gap-4">
          <TenantSwitch cookie={TENANT_COOKIE} value={tenant.tenantId} tenants={person.memberships} />
          <div className="w-36">
            <EnvironmentSwitch cookie={ENVIRONMENT_COOKIE} value={environment} />
          </div>
        </div>
        {children}
      </DashboardNavigation>
    </Toaster>
  );
}
