import { Activity, Building2, ReceiptText, ScrollText, Tags, UserRoundCheck, Users } from "lucide-react";
import type { SidebarItem } from "@/components/ui/sidebar";
import type { OperatorPermission } from "@/server/domain/people/permissions";

/** A screen and the permission that its role needs. */
export interface OperatorScreen extends SidebarItem {
  readonly needs: OperatorPermission;
}

export const OPERATOR_SCREENS: readonly { readonly title?: string; readonly items: readonly OperatorScreen[] }[] = [
  {
    items: [
      { label: "Tenants", href: "/operator", needs: "tenants:read", icon: <Building2 /> },
      { label: "Plans and prices", href: "/operator/plans", needs: "tenants:read", icon: <Tags /> },
      { label: "Invoices", href: "/operator/invoices", needs: "invoices:read", icon: <ReceiptText /> },
      { label: "Approvals", href: "/operator/approvals", needs: "approvals:read", icon: <UserRoundCheck /> },
      { label: "Health", href: "/operator/health", needs: "health:read", icon: <Activity /> },
      { label: "Operators", href: "/operator/people", needs: "operators:read", icon: <Users /> },
      { label: "Audit", href: "/operator/audit", needs: "audit:read", icon: <ScrollText /> },
    ],
  },
];
