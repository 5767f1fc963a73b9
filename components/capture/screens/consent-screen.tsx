import { IdCard, LockKeyhole, ScanFace, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useCapture } from "@/components/capture/capture-context";
import { Screen } from "@/components/capture/parts/screen";
import { Sign } from "@/components/capture/parts/sign";
import { Button } from "@/components/ui/button";
import type { CaptureView } from "@/server/domain/capture/capture-view";

/** Why, what, and the person's yes: recorded by the server before a camera can open. */
export function ConsentScreen({ view, onAgree }: { view: CaptureView; onAgree: () => Promise<void> }) {
  const { t } = useCapture();
  const [busy, setBusy] = useState(false);
  const [declined, setDeclined] = useState(false);
  if (declined) return <Declined onBack={() => setDeclined(false)} />;
  const agree = () => {
    setBusy(true);
    onAgree().finally(() => setBusy(false));
  };
  return (
    <Screen
      title={t("consent.title")}
      text={t("consent.intro")}
      actions={
        <>
          <p className="text-muted text-sm">{t("consent.note")}</p>
          <Button variant="primary" size="lg" wide busy={busy} onClick={agree}>
            {t("consent.agree")}
          </Button>
          <Button variant="ghost" size="lg" wide disabled={busy} onClick={() => setDeclined(true)}>
            {t("consent.decline")}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-5">
        {view.needs.document && <Point icon={<IdCard />} title={t("consent.document")} text={t("consent.purpose")} />}
        {view.needs.face && <Point icon={<ScanFace />} title={t("consent.face")} text={t("consent.biometrics")} />}
        <Point icon={<LockKeyhole />} text={t("consent.storage")} />
      </ul>
    </Screen>
  );
}

function Point({ icon, title, text }: { icon: ReactNode; title?: string; text: string }) {
  return (
    <li className="flex gap-4">
      <span aria-hidden="true" className="mt-0.5 text-accent-text [&_svg]:size-6">
        {icon}
      </span>
      <span>
        {title && <span className="block font-medium text-lg">{title}</span>}
        <span className="block text-base text-muted">{text}</span>
      </span>
    </li>
  );
}

function Declined({ onBack }: { onBack: () => void }) {
  const { t } = useCapture();
  return (
    <Screen
      icon={
        <Sign tone="neutral">
          <Undo2 className="rtl:-scale-x-100" />
        </Sign>
      }
      title={t("declined.title")}
      text={t("declined.text")}
      actions={
        <Button size="lg" wide onClick={onBack}>
          {t("declined.action")}
        </Button>
      }
    />
  );
}
