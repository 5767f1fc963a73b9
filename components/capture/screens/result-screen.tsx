import { CircleCheck, CircleX, UserRoundSearch } from "lucide-react";
import { useCapture } from "@/components/capture/capture-context";
import { Screen } from "@/components/capture/parts/screen";
import { Sign } from "@/components/capture/parts/sign";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import type { Decision } from "@/server/contract/enums";

const LOOK = {
  accepted: { tone: "positive", icon: CircleCheck },
  review: { tone: "caution", icon: UserRoundSearch },
  rejected: { tone: "negative", icon: CircleX },
} as const;

/**
 * The outcome in plain words, and the way back: the tenant's address, the page around this one, or nothing more to do.
 */
export function ResultScreen({
  decision,
  returnUrl,
  onClose,
}: {
  decision: Decision;
  returnUrl: string | null;
  onClose?: () => void;
}) {
  const { t } = useCapture();
  const { tone, icon: Icon } = LOOK[decision];
  const way = returnUrl ? (
    <a href={returnUrl} target="_top" className={buttonClass({ variant: "primary", size: "lg", wide: true })}>
      {t("result.return")}
    </a>
  ) : onClose ? (
    <Button variant="primary" size="lg" wide onClick={onClose}>
      {t("common.close")}
    </Button>
  ) : (
    <p className="text-lg text-muted">{t("result.close")}</p>
  );
  return (
    <div data-decision={decision} className="flex flex-1 flex-col">
      <Screen
        icon={
          <Sign tone={tone}>
            <Icon />
          </Sign>
        }
        title={t(`result.${decision}.title`)}
        text={t(`result.${decision}.text`)}
        actions={way}
      />
    </div>
  );
}
