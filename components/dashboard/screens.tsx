import {
  BarChart3,
  Building2,
  Code2,
  Eye,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  ReceiptText,
  ScanFace,
  ScrollText,
  Settings2,
  Signature,
  UserRoundCheck,
  Users,
  Webhook,
} from "lucide-react";
import type { SidebarGroup, SidebarItem } from "@/components/ui/sidebar";
import { may, type Permission } from "@/server/domain/people/permissions";

/** A screen and the permission that its role needs; who lacks it does not see it here, and is answered 403 there. */
export interface Screen extends SidebarItem {
  readonly needs: Permission;
}

export const SCREENS: readonly { readonly title?: string; readonly items: readonly Screen[] }[] = [
  {
    items: [
      { label: "Overview", href: "/dashboard", needs: "verifications:read", icon: <LayoutDashboard /> },
      { label: "Verifications", href: "/dashboard/verifications", needs: "verifications:read", icon: <ListChecks /> },
      { label: "Sessions", href: "/dashboard/sessions", needs: "sessions:read", icon: <ScanFace /> },
      { label: "Approvals", href: "/dashboard/approvals", needs: "approvals:read", icon: <UserRoundCheck /> },
      { label: "Usage", href: "/dashboard/usage", needs: "usage:read", icon: <BarChart3 /> },
      { label: "Billing", href: "/dashboard/billing", needs: "billing:read", icon: <ReceiptText /> },
    ],
  },
  {
    title: "Developers",
    items: [
      { label: "API keys", href: "/dashboard/keys", needs: "keys:read", icon: <KeyRound /> },
      { label: "Webhooks", href: "/dashboard/webhooks", needs: "webhooks:read", icon: <Webhook /> },
      { label: "Requests", href: "/dashboard/requests", needs: "requests:read", icon: <Code2 /> },
      { label: "Signature debugger", href: "/dashboard/signature", needs: "keys:read", icon: <Signature /> },
    ],
  },
  {
    title: "Settings",
    items: [
      { label: "Account", href: "/dashboard/settings", needs: "settings:read", icon: <Building2 /> },
      { label: "Members", href: "/dashboard/members", needs: "members:read", icon: <Users /> },
      { label: "Workflow", href: "/dashboard/workflow", needs: "workflows:read", icon: <Settings2 /> },
      { label: "Operator access", href: "/dashboard/access", needs: "access:read", icon: <Eye /> },
      { label: "Audit", href: "/dashboard/audit", needs: "audit:read", icon: <ScrollText /> },
    ],
  },
];

/** What the role may see; a group that is left without an item goes too. */
export function screensFor<Item extends SidebarItem>(
  groups: readonly { readonly title?: string; readonly items: readonly Item[] }[],
  allowed: (item: Item) => boolean,
): SidebarGroup[] {
  return groups
    .map((group) => ({ ...group, items: group.items.filter(allowed) }))
    .filter((group) => group.items.length > 0);
}

/** Where a role begins: the overview, or the first screen that it may see. */
export function homeOf(role: string): string {
  return screensFor(SCREENS, ({ needs }) => may(role, needs))[0]?.items[0]?.href ?? "/dashboard/account";
}
