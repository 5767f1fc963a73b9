import { z } from "zod";

/** What a tenant demands of its own people (`tenant.settings.access`). */
export const AccessPolicy = z.object({
  /** Nobody sees the dashboard without a second factor. */
  second_factor: z.boolean().default(false),
  /** A rejection is overridden only when a second person agrees. */
  four_eyes: z.boolean().default(true),
});
export type AccessPolicy = z.infer<typeof AccessPolicy>;

/** A new tenant begins with it, and it holds where a policy cannot be read. */
export const STRICTEST: AccessPolicy = { second_factor: true, four_eyes: true };

export function accessPolicyOf(settings: unknown): AccessPolicy {
  const given = (settings as { access?: unknown } | null)?.access ?? {};
  const result = AccessPolicy.safeParse(given);
  return result.success ? result.data : STRICTEST;
}
