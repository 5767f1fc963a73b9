import { z } from "zod";
import { CAPTURE_LOCALES, type CaptureLocale } from "@/server/domain/capture/locales";

/** Characters of a logo as a data address: about 100 kB, because it is in every hosted page. */
export const LOGO_CHARACTERS_MAX = 140_000;

const LOCALES = Object.keys(CAPTURE_LOCALES) as [CaptureLocale];

/** What a tenant may set of the hosted page's look, and who may embed it (`tenant.branding`). */
export const Branding = z.object({
  /** sRGB, `#rrggbb`: its hue and colourfulness are taken, its lightness is ours, so that text stays readable. */
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional()
    .catch(undefined),
  /** A picture in the page itself: no other origin is asked. */
  logo: z
    .string()
    .regex(/^data:image\/(png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/=]+$/)
    .optional()
    .catch(undefined),
  /** Languages that the hosted page offers, the first where the person's own is not among them. */
  languages: z.array(z.enum(LOCALES)).min(1).default(LOCALES).catch(LOCALES),
  /** Origins of pages that may show the hosted page in a frame. */
  frame_ancestors: z
    .array(z.string().regex(/^https?:\/\/[a-zA-Z0-9.-]+(:\d+)?$/))
    .default([])
    .catch([]),
});
export type Branding = z.infer<typeof Branding>;

/** Chroma of our own accent, against which a tenant's is measured. */
const CHROMA = 0.19;

/** OKLCH hue in degrees and chroma as a share of ours, 0–1, of an sRGB colour (Ottosson 2020). */
export function accentOf(hex: string): { hue: number; chroma: number } {
  const linear = (at: number) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [linear(1), linear(3), linear(5)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(y, x) * 180) / Math.PI;
  return {
    hue: Math.round((hue + 360) % 360),
    chroma: Math.min(1, Math.round((Math.hypot(x, y) / CHROMA) * 100) / 100),
  };
}
