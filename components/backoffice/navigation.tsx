"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { OPERATOR_SCREENS } from "@/components/backoffice/screens";
import { withActive } from "@/components/dashboard/navigation";
import { screensFor } from "@/components/dashboard/screens";
import { LogoMark } from "@/components/ui/logo";
import { SidebarLayout } from "@/components/ui/sidebar";
import { operatorMay } from "@/server/domain/people/permissions";

export function BackofficeNavigation({
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
  const groups = screensFor(OPERATOR_SCREENS, ({ needs }) => operatorMay(role, needs));
  return (
    <SidebarLayout
      label="Back office"
      brand={
        <a href="/operator" className="flex items-center gap-2 font-semibold text-base">
          <LogoMark /> Operator
        </a>
      }
      groups={withActive(groups, usePathname(), "/operator")}
      footer={footer}
      corner={corner}
    >
      {children}
    </SidebarLayout>
  );
}
