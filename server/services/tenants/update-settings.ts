import { z } from "zod";
import { Branding, LOGO_CHARACTERS_MAX } from "@/server/domain/capture/branding";
import { CAPTURE_LOCALES, type CaptureLocale } from "@/server/domain/capture/locales";
import { AccessPolicy } from "@/server/domain/people/access-policy";
import { RETENTION_PRESETS, RetentionSettings } from "@/server/domain/privacy/retention-policy";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx } from "@/server/services/ports";

/** As it is read, but days beyond what the preset allows are refused instead of cut. */
const RetentionChoice = RetentionSettings.superRefine(({ preset, ...days }, refusal) => {
  for (const [kind, most] of Object.entries(RETENTION_PRESETS[preset].most)) {
    const asked = days[kind as keyof typeof days] ?? 0;
    if (asked > most) refusal.addIssue({ code: "custom", path: [kind], message: `At most ${most} days.` });
  }
});

const Locale = z.enum(Object.keys(CAPTURE_LOCALES) as [CaptureLocale]);

/** What a member may change; what is left out stays. Unlike when it is read, a wrong value is refused. */
export const SettingsChange = z
  .object({
    name: z.string().trim().min(1).max(100),
    country: z.string().regex(/^[A-Z]{3}$/),
    supportEmail: z.email().max(320),
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, "A colour is written #rrggbb.")
      .nullable(),
    logo: Branding.shape.logo
      .unwrap()
      .unwrap()
      .refine((text) => text.length <= LOGO_CHARACTERS_MAX, "A logo has at most 100 kB.")
      .nullable(),
    languages: z.array(Locale).min(1, "Leave at least one language."),
    frameAncestors: z
      .array(z.string().regex(/^https?:\/\/[a-zA-Z0-9.-]+(:\d+)?$/, "An origin is written https://shop.example."))
      .max(20),
    access: AccessPolicy,
    retention: RetentionChoice,
    scanRequired: z.boolean(),
  })
  .partial();
export type SettingsChange = z.infer<typeof SettingsChange>;

/**
 * Changes the tenant's settings and writes down which; the hosted page and every process show them from the next
 * request on.
 */
export async function updateSettings(ctx: Ctx, change: SettingsChange): Promise<void> {
  const { name, country, supportEmail, access, retention, scanRequired } = change;
  const branding = brandingOf(change);
  const settings = withoutUndefined({ access, retention, scan_required: scanRequired });
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await tx.tenant.updateMany({ where: { id: ctx.tenantId }, data: { name, country, support_email: supportEmail } });
    // Merged in the database: other settings of the same row are changed by other verbs.
    await tx.$executeRaw`
      UPDATE tenant SET branding = jsonb_strip_nulls(branding || ${JSON.stringify(branding)}::jsonb),
        settings = settings || ${JSON.stringify(settings)}::jsonb
      WHERE id = ${ctx.tenantId}`;
    const details = { changed: Object.keys(change).sort(), ...access, ...retention };
    await appendAudit(ctx, tx, { action: "tenant.settings_changed", target: ctx.tenantId, details });
  });
}

function brandingOf({ accent, logo, languages, frameAncestors }: SettingsChange): Record<string, unknown> {
  return withoutUndefined({ accent, logo, languages, frame_ancestors: frameAncestors });
}

/** What was not given stays as it is in the row. */
function withoutUndefined(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
