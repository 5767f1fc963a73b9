import type { ReactNode } from "react";
import { useCapture } from "@/components/capture/capture-context";
import { HelpButton } from "@/components/capture/parts/help-button";
import { LanguagePicker } from "@/components/capture/parts/language-picker";
import { Badge } from "@/components/ui/badge";
import { LogoMark } from "@/components/ui/logo";

/** The sheet around every screen: the tenant, the language, how far one is. */
export function Frame({ step, children }: { step?: { number: number; total: number }; children: ReactNode }) {
  const { brand, t, test } = useCapture();
  return (
    <div className="flex min-h-dvh justify-center bg-surface sm:items-start sm:bg-canvas sm:px-6 sm:py-10">
      <div className="flex min-h-dvh w-full max-w-[28rem] flex-col bg-surface px-5 pt-[max(0.75rem,env(safe-area-inset-top))] pb-[max(1.25rem,env(safe-area-inset-bottom))] sm:min-h-[42rem] sm:rounded-sheet sm:border sm:border-line sm:px-8 sm:pt-5 sm:pb-7 sm:shadow-soft">
        <header>
          <div className="flex h-11 items-center justify-between gap-3">
            <span className="flex min-w-0 items-center gap-2 font-medium text-base">
              {brand.logo_url ? (
                <img src={brand.logo_url} alt="" className="max-h-6 max-w-28" />
              ) : (
                <span className="text-accent-text">
                  <LogoMark />
                </span>
              )}
              <span className="truncate">{brand.name}</span>
              {test && <Badge tone="caution">{t("common.test")}</Badge>}
            </span>
            <span className="flex shrink-0 items-center">
              <LanguagePicker />
              <HelpButton />
            </span>
          </div>
          {step && <Dots number={step.number} total={step.total} />}
        </header>
        <main className="flex flex-1 flex-col pt-6">{children}</main>
      </div>
    </div>
  );
}

function Dots({ number, total }: { number: number; total: number }) {
  const { t } = useCapture();
  return (
    <div
      role="progressbar"
      aria-label={t("common.step", { number, total })}
      aria-valuemin={1}
      aria-valuemax={total}
      aria-valuenow={number}
      className="mt-2 flex gap-1.5"
    >
      {Array.from({ length: total }, (_, index) => (
        <span
          key={index}
          className={`h-1 flex-1 rounded-full transition-colors duration-200 ${index < number ? "bg-accent" : "bg-line"}`}
        />
      ))}
    </div>
  );
}
