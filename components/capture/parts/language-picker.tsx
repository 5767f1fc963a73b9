import { Languages } from "lucide-react";
import { useCapture } from "@/components/capture/capture-context";
import { CAPTURE_LOCALES, type CaptureLocale } from "@/server/domain/capture/locales";

/** The languages that the tenant offers, each in its own words. */
export function LanguagePicker() {
  const { brand, locale, setLocale, t } = useCapture();
  if (brand.languages.length < 2) return null;
  return (
    <span className="relative inline-flex h-9 items-center rounded-control text-base text-muted hover:bg-hover">
      <Languages className="pointer-events-none absolute start-2 size-4" aria-hidden="true" />
      <select
        aria-label={t("common.language")}
        value={locale}
        onChange={(event) => setLocale(event.target.value as CaptureLocale)}
        className="field-sizing-content h-full max-w-32 cursor-pointer appearance-none truncate rounded-control bg-transparent ps-8 pe-2"
      >
        {brand.languages.map((code) => (
          <option key={code} value={code} className="bg-raised text-ink">
            {CAPTURE_LOCALES[code]}
          </option>
        ))}
      </select>
    </span>
  );
}
