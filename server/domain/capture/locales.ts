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

export function isCaptureLocale(value: string): value is CaptureLocale {
  return Object.hasOwn(CAPTURE_LOCALES, value);
}

/**
 * The first wish that is offered, by language alone where the region is not. `wishes` come strongest first: the person's
 * choice, the session's locale, then `Accept-Language` (RFC 9110 §12.5.4, weights honoured). English where none is.
 */
export function chooseLocale(wishes: readonly (string | null | undefined)[]): CaptureLocale {
  for (const wish of wishes) {
    for (const tag of (wish ?? "")
      .split(",")
      .map(readTag)
      .sort((a, b) => b.weight - a.weight)) {
      const language = tag.name.split(/[-_]/)[0].toLowerCase();
      if (tag.weight > 0 && isCaptureLocale(language)) return language;
    }
  }
  return "en";
}

function readTag(text: string): { name: string; weight: number } {
  const [name, ...parameters] = text.trim().split(";");
  const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { name, weight: Number.isFinite(weight) ? weight : 0 };
}
