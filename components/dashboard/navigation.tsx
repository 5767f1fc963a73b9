"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { SCREENS, screensFor } from "@/components/dashboard/screens";
import { LogoMark } from "@/components/ui/logo";
import { type SidebarGroup, SidebarLayout } from "@/components/ui/sidebar";
import { may } from "@/server/domain/people/permissions";

function isAt(pathname: string, href: string, root: string): boolean {
  return href === root ? pathname === root : pathname.startsWith(href);
}

/** Marks the group's item that the address is under. */
export function withActive(groups: readonly SidebarGroup[], pathname: string, root: string): SidebarGroup[] {
  return groups.map((group) => ({
    ...group,
    items: group.items.map((item) => ({ ...item, active: isAt(pathname, item.href, root) })),
  }));
}

export function DashboardNavigation({
  role,
  footer,
  corner,
  children,
}: {
  role: string;
  footer: ReactNode;
  corner: ReactNode;
  children: ReactNode;
}) {
  const groups = screensFor(SCREENS, ({ needs }) => may(role, needs));
  return (
    <SidebarLayout
      label="Dashboard"
      brand={
        <a href="/dashboard" className="flex items-center gap-2 font-semibold text-base">
          <LogoMark /> veriFlow
        </a>
      }
      groups={withActive(groups, usePathname(), "/dashboard")}
      footer={footer}
      corner={corner}
    >
      {children}
    </SidebarLayout>
  );
}
