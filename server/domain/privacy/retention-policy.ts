import { z } from "zod";

/** How long each kind of data is kept, in days from when it came in (logs) or the verification ended (the rest). */
export interface Retention {
  /** Pictures and frames. */
  readonly media: number;
  /** Face templates kept for later comparison. */
  readonly templates: number;
  /** Extracted fields, scores and reasons: after that the verification's key is destroyed. */
  readonly results: number;
  /** Requests and webhooks, with their bodies. */
  readonly logs: number;
}

interface Preset {
  readonly standard: Retention;
  /** What the law lets a tenant choose at most. */
  readonly most: Retention;
}

const DECADE = 3650;

/**
 * GDPR Art. 5(1)(e) sets no number: no longer than the purpose needs. Illinois, 740 ILCS 14/15(a): biometric data go
 * within three years of the last contact. Texas, Bus. & Com. Code § 503.001(c)(3): within a year of the purpose's end.
 */
export const RETENTION_PRESETS = {
  gdpr: {
    standard: { media: 30, templates: 365, results: 365, logs: 90 },
    most: { media: DECADE, templates: DECADE, results: DECADE, logs: DECADE },
  },
  bipa: {
    standard: { media: 30, templates: 365, results: 365, logs: 90 },
    most: { media: 1095, templates: 1095, results: 1095, logs: DECADE },
  },
  cubi: {
    standard: { media: 30, templates: 180, results: 365, logs: 90 },
    most: { media: 365, templates: 365, results: 365, logs: DECADE },
  },
} as const satisfies Record<string, Preset>;

const Days = z.number().int().min(0).max(DECADE).optional();

/** The part of a tenant's settings that speaks of retention. */
export const RetentionSettings = z
  .object({
    preset: z.enum(["gdpr", "bipa", "cubi"]).default("gdpr"),
    media: Days,
    templates: Days,
    results: Days,
    logs: Days,
  })
  .strict();

export type RetentionPreset = keyof typeof RETENTION_PRESETS;

/**
 * What holds for a tenant: its own days within the preset's bounds. Settings that cannot be read keep nothing longer
 * than the strictest preset.
 */
export function retentionOf(settings: unknown): Retention & { readonly preset: RetentionPreset } {
  const given = (settings as { retention?: unknown } | null)?.retention ?? {};
  const parsed = RetentionSettings.safeParse(given);
  if (!parsed.success) return { preset: "cubi", ...RETENTION_PRESETS.cubi.standard };
  const { preset, ...own } = parsed.data;
  const { standard, most } = RETENTION_PRESETS[preset];
  const days = (kind: keyof Retention) => Math.min(own[kind] ?? standard[kind], most[kind]);
  return { preset, media: days("media"), templates: days("templates"), results: days("results"), logs: days("logs") };
}
