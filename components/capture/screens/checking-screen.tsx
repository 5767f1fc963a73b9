import { Check, CircleDashed, CircleSlash, Minus } from "lucide-react";
import { useCapture } from "@/components/capture/capture-context";
import type { MessageKey } from "@/components/capture/message-key";
import { Screen } from "@/components/capture/parts/screen";
import { useFollowing } from "@/components/capture/use-following";
import { Spinner } from "@/components/ui/spinner";
import type { StepStatus } from "@/server/contract/enums";
import type { CaptureView } from "@/server/domain/capture/capture-view";

const ASK_EVERY_MS = 900;
const ICON: Record<StepStatus, typeof Check> = {
  done: Check,
  running: CircleDashed,
  pending: CircleDashed,
  undone: CircleSlash,
  skipped: Minus,
};

/** The verification's own steps as they are done, until it is decided. */
export function CheckingScreen({ view, onView }: { view: CaptureView; onView: (view: CaptureView) => void }) {
  const { t } = useCapture();
  useFollowing(onView, ASK_EVERY_MS, view);
  return (
    <Screen title={t("checking.title")} text={t("checking.text")}>
      {view.progress.length === 0 ? (
        <p className="flex items-center gap-3 text-lg text-muted">
          <Spinner /> {t("checking.queue")}
        </p>
      ) : (
        <ol className="flex flex-col gap-4">
          {view.progress.map(({ name, status }) => (
            <Row key={name} name={name} status={status} />
          ))}
        </ol>
      )}
    </Screen>
  );
}

function Row({ name, status }: { name: string; status: StepStatus }) {
  const { t } = useCapture();
  const Icon = ICON[status];
  return (
    <li className="flex items-center gap-3 text-lg">
      <span className={status === "done" ? "text-positive-text" : "text-faint"}>
        {status === "running" ? <Spinner size={20} /> : <Icon className="size-5" aria-hidden="true" />}
      </span>
      <span className={status === "pending" ? "text-muted" : undefined}>{t(`checking.${name}` as MessageKey)}</span>
      <span className="sr-only">{t(`checking.${status}`)}</span>
    </li>
  );
}
