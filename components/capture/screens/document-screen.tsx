import { BookUser, Car, FileText, House, IdCard, type LucideIcon, Smartphone } from "lucide-react";
import { useMemo, useState } from "react";
import { useCapture } from "@/components/capture/capture-context";
import { guessCountry, listCountries } from "@/components/capture/countries";
import { Screen } from "@/components/capture/parts/screen";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { DocumentType } from "@/server/contract/enums";
import type { CaptureView } from "@/server/domain/capture/capture-view";

const ICON: Record<DocumentType, LucideIcon> = {
  passport: BookUser,
  id_card: IdCard,
  driver_license: Car,
  residence_permit: House,
  other: FileText,
};
const REMEMBERED = "veriflow.country";

/** Country and kind of document; the country is remembered on the device, or guessed from its language. */
export function DocumentScreen({
  view,
  onChoose,
  onHandoff,
}: {
  view: CaptureView;
  /** Absent where this device is a phone. */
  onHandoff?: () => void;
  onChoose: (type: DocumentType, country: string | null) => Promise<void>;
}) {
  const { t, locale } = useCapture();
  const [country, setCountry] = useState(() => view.country ?? recall() ?? guessCountry(navigator.languages) ?? "");
  const [type, setType] = useState<DocumentType | null>(
    view.document_types.length === 1 ? view.document_types[0] : null,
  );
  const [busy, setBusy] = useState(false);
  const go = () => {
    if (type === null) return;
    setBusy(true);
    remember(country);
    onChoose(type, country || null).finally(() => setBusy(false));
  };
  return (
    <Screen
      title={t("document.title")}
      actions={
        <>
          <Button variant="primary" size="lg" wide disabled={type === null} busy={busy} onClick={go}>
            {t("common.continue")}
          </Button>
          {onHandoff && (
            <Button
              variant="ghost"
              size="lg"
              wide
              icon={<Smartphone className="size-5" aria-hidden="true" />}
              onClick={onHandoff}
            >
              {t("handoff.open")}
            </Button>
          )}
        </>
      }
    >
      <Field label={t("document.country")}>
        <CountrySelect locale={locale} value={country} disabled={view.country !== null} onChange={setCountry} />
      </Field>
      <fieldset className="mt-6 flex flex-col gap-2.5">
        <legend className="mb-1.5 font-medium text-sm">{t("document.type")}</legend>
        {view.document_types.map((each) => (
          <TypeChoice key={each} type={each} chosen={type === each} onChoose={() => setType(each)} />
        ))}
      </fieldset>
    </Screen>
  );
}

function CountrySelect({
  locale,
  value,
  onChange,
  ...rest
}: {
  locale: string;
  value: string;
  disabled: boolean;
  onChange: (country: string) => void;
  id?: string;
}) {
  const countries = useMemo(() => listCountries(locale), [locale]);
  return (
    <NativeSelect
      {...rest}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="[&_select]:h-12 [&_select]:text-lg"
    >
      <option value="">—</option>
      {countries.map((country) => (
        <option key={country.alpha3} value={country.alpha3}>
          {country.name}
        </option>
      ))}
    </NativeSelect>
  );
}

function TypeChoice({ type, chosen, onChoose }: { type: DocumentType; chosen: boolean; onChoose: () => void }) {
  const { t } = useCapture();
  const Icon = ICON[type];
  return (
    <label
      className={cn(
        "flex min-h-14 cursor-pointer items-center gap-3.5 rounded-card border px-4 text-lg transition-colors duration-150 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
        chosen ? "border-accent bg-accent-soft font-medium text-accent-text" : "border-edge hover:bg-hover",
      )}
    >
      <input type="radio" name="type" value={type} checked={chosen} onChange={onChoose} className="peer sr-only" />
      <Icon className="size-6" aria-hidden="true" />
      {t(`document.${type}`)}
    </label>
  );
}

/** Storage may be refused (private windows, embedded pages): then nothing is remembered. */
function recall(): string | undefined {
  try {
    return localStorage.getItem(REMEMBERED) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(country: string): void {
  try {
    localStorage.setItem(REMEMBERED, country);
  } catch {
    // it is only a convenience
  }
}
