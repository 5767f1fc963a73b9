/** Languages of the hosted page, each named by itself. */
export const CAPTURE_LOCALES = {
  en: "English",
  ar: "العربية",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  pt: "Português",
} as const;

export type CaptureLocale = keyof typeof CAPTURE_LOCALES;

const RIGHT_TO_LEFT: readonly string[] = ["ar", "he", "fa", "ur"];

export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(locale.split("-")[0]) ? "rtl" : "ltr";
}

function isCaptureLocale(value: string): value is CaptureLocale {
  return Object.hasOwn(CAPTURE_LOCALES, value);
}

/**
 * The first wish that is offered, by language alone where the region is not. `wishes` come strongest first: the
 * person's choice, the session's locale, then `Accept-Language` (RFC 9110 §12.5.4, weights honoured). Where none is:
 * English, or the first of those that are `offered` where English is not among them.
 */
export function chooseLocale(
  wishes: readonly (string | null | undefined)[],
  offered: readonly CaptureLocale[] = Object.keys(CAPTURE_LOCALES) as CaptureLocale[],
): CaptureLocale {
  for (const wish of wishes) {
    for (const tag of (wish ?? "")
      .split(",")
      .map(readTag)
      .sort((a, b) => b.weight - a.weight)) {
      const language = tag.name.split(/[-_]/)[0].toLowerCase();
      const known = offered.find((locale) => locale === language);
      if (tag.weight > 0 && known) return known;
    }
  }
  return offered.includes("en") ? "en" : offered[0];
}

/** The tenant's languages and the one that the session was asked for in, where the page knows it. */
export function offerAlso(offered: readonly CaptureLocale[], asked: string | null): readonly CaptureLocale[] {
  const language = asked?.split(/[-_]/)[0].toLowerCase() ?? "";
  return isCaptureLocale(language) && !offered.includes(language) ? [...offered, language] : offered;
}

function readTag(text: string): { name: string; weight: number } {
  const [name, ...parameters] = text.trim().split(";");
  const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { name, weight: Number.isFinite(weight) ? weight : 0 };
}
