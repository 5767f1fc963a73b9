"use client";

import {
  BarChart3,
  Code2,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  ScanFace,
  ScrollText,
  Settings2,
  Signature,
  Webhook,
} from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { LogoMark } from "@/components/ui/logo";
import { type SidebarGroup, SidebarLayout } from "@/components/ui/sidebar";

const GROUPS: readonly SidebarGroup[] = [
  {
    items: [
      { label: "Overview", href: "/dashboard", icon: <LayoutDashboard /> },
      { label: "Verifications", href: "/dashboard/verifications", icon: <ListChecks /> },
      { label: "Sessions", href: "/dashboard/sessions", icon: <ScanFace /> },
      { label: "Usage", href: "/dashboard/usage", icon: <BarChart3 /> },
    ],
  },
  {
    title: "Developers",
    items: [
      { label: "API keys", href: "/dashboard/keys", icon: <KeyRound /> },
      { label: "Webhooks", href: "/dashboard/webhooks", icon: <Webhook /> },
      { label: "Requests", href: "/dashboard/requests", icon: <Code2 /> },
      { label: "Signature debugger", href: "/dashboard/signature", icon: <Signature /> },
    ],
  },
  {
    title: "Settings",
    items: [
      { label: "Workflow", href: "/dashboard/workflow", icon: <Settings2 /> },
      { label: "Audit", href: "/dashboard/audit", icon: <ScrollText /> },
    ],
  },
];

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

export function DashboardNavigation({ footer, children }: { footer: ReactNode; children: ReactNode }) {
  return (
    <SidebarLayout
      label="Dashboard"
      brand={
        <a href="/dashboard" className="flex items-center gap-2 font-semibold text-base">
          <LogoMark /> veriFlow
        </a>
      }
      groups={withActive(GROUPS, usePathname(), "/dashboard")}
      footer={footer}
    >
      {children}
    </SidebarLayout>
  );
}
