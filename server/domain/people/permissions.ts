/** Who may do what, as one table that code, screens and tests read. */
export const ROLES = ["owner", "admin", "developer", "reviewer", "billing", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const OPERATOR_ROLES = ["super_admin", "support", "billing"] as const;
export type OperatorRole = (typeof OPERATOR_ROLES)[number];

/** permission → the tenant's roles that hold it */
export const PERMISSIONS = {
  "verifications:read": ["owner", "admin", "developer", "reviewer", "viewer"],
  "verifications:reveal": ["owner", "admin", "reviewer"],
  "verifications:decide": ["owner", "admin", "reviewer"],
  "verifications:erase": ["owner", "admin"],
  "sessions:read": ["owner", "admin", "developer", "reviewer", "viewer"],
  "sessions:write": ["owner", "admin", "developer", "reviewer"],
  "keys:read": ["owner", "admin", "developer"],
  "keys:write": ["owner", "admin", "developer"],
  "webhooks:read": ["owner", "admin", "developer"],
  "webhooks:write": ["owner", "admin", "developer"],
  "requests:read": ["owner", "admin", "developer"],
  "billing:read": ["owner", "admin", "billing"],
  "usage:read": ["owner", "admin", "developer", "billing", "viewer"],
  "workflows:read": ["owner", "admin", "developer", "reviewer", "viewer"],
  "workflows:write": ["owner", "admin"],
  "settings:read": ["owner", "admin"],
  "settings:write": ["owner", "admin"],
  "members:read": ["owner", "admin"],
  "members:write": ["owner", "admin"],
  "approvals:read": ["owner", "admin", "reviewer"],
  "approvals:write": ["owner", "admin", "reviewer"],
  "access:read": ["owner", "admin"],
  "access:write": ["owner", "admin"],
  "audit:read": ["owner", "admin"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** permission → the operator's roles that hold it */
export const OPERATOR_PERMISSIONS = {
  "tenants:read": ["super_admin", "support", "billing"],
  "tenants:write": ["super_admin"],
  "plans:write": ["super_admin", "billing"],
  "invoices:read": ["super_admin", "support", "billing"],
  "invoices:write": ["super_admin", "billing"],
  "quotas:write": ["super_admin", "support", "billing"],
  "keys:revoke": ["super_admin", "support"],
  "health:read": ["super_admin", "support"],
  "audit:read": ["super_admin"],
  "operators:read": ["super_admin"],
  "operators:write": ["super_admin"],
  "grants:read": ["super_admin", "support"],
  "grants:write": ["super_admin", "support"],
  "tenants:look": ["super_admin", "support"],
  "approvals:read": ["super_admin", "billing"],
  "approvals:write": ["super_admin", "billing"],
} as const satisfies Record<string, readonly OperatorRole[]>;
export type OperatorPermission = keyof typeof OPERATOR_PERMISSIONS;

export function may(role: string | null | undefined, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly string[]).includes(role ?? "");
}

export function operatorMay(role: string | null | undefined, permission: OperatorPermission): boolean {
  return (OPERATOR_PERMISSIONS[permission] as readonly string[]).includes(role ?? "");
}
