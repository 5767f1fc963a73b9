/** Numbers and times as the screens write them. */
const DATE_TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

export function dateTime(value: Date | string): string {
  return DATE_TIME.format(new Date(value));
}

/** `428 ms`, `1.4 s`, `2 min`; a dash where there is none. */
export function duration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return "–";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.round(ms / 60_000)} min`;
}

export function count(value: number): string {
  return new Intl.NumberFormat("en-GB").format(value);
}

const SHORT_FORMS: Readonly<Record<string, string>> = { ocr: "OCR", mrz: "MRZ", kya: "Profile", id: "ID", api: "API" };

/** `id_card` → `ID card`, `face_match` → `Face match`. */
export function words(value: string): string {
  const text = value
    .split("_")
    .map((word) => SHORT_FORMS[word] ?? word)
    .join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
