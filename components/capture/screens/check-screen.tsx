import { Check } from "lucide-react";
import { useEffect, useState } from "react";
import { useCapture } from "@/components/capture/capture-context";
import type { DocumentHint } from "@/components/capture/guidance/document-hint";
import { Screen } from "@/components/capture/parts/screen";
import { type Problem, problemOf } from "@/components/capture/problem";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/**
 * The picture, large, and the person's own eye; then it is sent, with real progress. A failed upload can be sent again.
 */
export function CheckScreen({
  picture,
  hint,
  onUse,
  onAgain,
}: {
  picture: Blob;
  hint?: DocumentHint;
  onUse: (progress: (share: number) => void) => Promise<void>;
  onAgain: () => void;
}) {
  const { t, locale } = useCapture();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const source = useObjectUrl(picture);
  const use = () => {
    setProblem(null);
    setShare(0);
    onUse(setShare).catch((error: unknown) => {
      setProblem(problemOf(error));
      setShare(null);
    });
  };
  const percent = new Intl.NumberFormat(locale, { style: "percent" }).format(share ?? 0);
  return (
    <Screen
      title={t("check.title")}
      actions={
        <>
          <Button variant="primary" size="lg" wide busy={share !== null} onClick={use}>
            {share === null ? t("check.use") : t("common.percent", { percent })}
          </Button>
          <Button size="lg" wide disabled={share !== null} onClick={onAgain}>
            {t("check.again")}
          </Button>
        </>
      }
    >
      <div className="overflow-hidden rounded-card border border-line bg-sunken">
        <img src={source} alt={t("check.alt")} className="max-h-[46dvh] w-full object-contain" />
      </div>
      <ul className="mt-5 flex flex-col gap-2.5">
        {(["check.corners", "check.text"] as const).map((key) => (
          <li key={key} className="flex gap-3 text-lg">
            <Check className="mt-1 size-4.5 shrink-0 text-accent-text" aria-hidden="true" />
            {t(key)}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-col gap-3">
        {hint && hint !== "good" && hint !== "search" && (
          <Alert tone="caution">{t("check.advice", { hint: t(`hint.document.${hint}`) })}</Alert>
        )}
        {problem && (
          <Alert tone="negative" live title={t(`problem.${problem}.title`)}>
            {t(`problem.${problem}.text`)}
          </Alert>
        )}
      </div>
    </Screen>
  );
}

function useObjectUrl(blob: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
