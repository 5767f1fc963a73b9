"use client";

import { Activity, Building2, ScrollText, Tags } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { withActive } from "@/components/dashboard/navigation";
import { LogoMark } from "@/components/ui/logo";
import { type SidebarGroup, SidebarLayout } from "@/components/ui/sidebar";

const GROUPS: readonly SidebarGroup[] = [
  {
    items: [
      { label: "Tenants", href: "/operator", icon: <Building2 /> },
      { label: "Plans and prices", href: "/operator/plans", icon: <Tags /> },
      { label: "Health", href: "/operator/health", icon: <Activity /> },
      { label: "Audit", href: "/operator/audit", icon: <ScrollText /> },
    ],
  },
];

export function BackofficeNavigation({ footer, children }: { footer: ReactNode; children: ReactNode }) {
  return (
    <SidebarLayout
      label="Back office"
      brand={
        <a href="/operator" className="flex items-center gap-2 font-semibold text-base">
          <LogoMark /> Operator
        </a>
      }
      groups={withActive(GROUPS, usePathname(), "/operator")}
      footer={footer}
    >
      {children}
    </SidebarLayout>
  );
}
