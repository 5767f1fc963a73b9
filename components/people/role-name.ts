/** Roles as the screens write them. */
const NAMES: Readonly<Record<string, string>> = { super_admin: "Super-admin" };

export function roleName(role: string): string {
  return NAMES[role] ?? role.charAt(0).toUpperCase() + role.slice(1);
}

/** What each role is for, in a line. */
export const ROLE_HINTS: Readonly<Record<string, string>> = {
  owner: "Everything, owners included.",
  admin: "Everything but owners.",
  developer: "Keys, webhooks, requests and usage.",
  reviewer: "Sees people's data and decides on verifications.",
  billing: "Usage and invoices.",
  viewer: "Reads, with personal data masked.",
  super_admin: "Everything of the operator's.",
  support: "Health, quotas, and a tenant's data where it allows it.",
};
