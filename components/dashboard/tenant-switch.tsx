"use client";

import { useRouter } from "next/navigation";
import { keepCookie } from "@/components/ui/keep-cookie";
import { NativeSelect } from "@/components/ui/native-select";

export interface OwnTenant {
  readonly tenantId: string;
  readonly tenantName: string;
}

/**
 * Which of the visitor's accounts every screen shows, kept in a cookie that the server reads; a name where there is one
 * only.
 */
export function TenantSwitch({
  cookie,
  value,
  tenants,
}: {
  cookie: string;
  value: string;
  tenants: readonly OwnTenant[];
}) {
  const router = useRouter();
  if (tenants.length < 2) return <p className="truncate text-muted text-sm">{tenants[0]?.tenantName}</p>;
  const choose = (next: string) => {
    keepCookie(cookie, next);
    router.refresh();
  };
  return (
    <NativeSelect
      aria-label="Account"
      className="min-w-0 max-w-56"
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {tenants.map(({ tenantId, tenantName }) => (
        <option key={tenantId} value={tenantId}>
          {tenantName}
        </option>
      ))}
    </NativeSelect>
  );
}
