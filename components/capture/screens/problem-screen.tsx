import { CameraOff, Clock, CloudOff, type LucideIcon, MoonStar, ShieldAlert, TriangleAlert, Video } from "lucide-react";
import type { ReactNode } from "react";
import { useCapture } from "@/components/capture/capture-context";
import { Screen } from "@/components/capture/parts/screen";
import { Sign } from "@/components/capture/parts/sign";
import type { Problem } from "@/components/capture/problem";
import { Button } from "@/components/ui/button";

const ICON: Partial<Record<Problem, LucideIcon>> = {
  camera_refused: CameraOff,
  camera_none: CameraOff,
  camera_busy: Video,
  camera_dark: MoonStar,
  insecure: ShieldAlert,
  offline: CloudOff,
  expired: Clock,
  challenge: Clock,
};

/** What is in the way, and the one thing to do about it. */
export function ProblemScreen({
  problem,
  onAction,
  action,
  children,
}: {
  problem: Problem;
  onAction?: () => void;
  /** Default: "Try again". */
  action?: string;
  children?: ReactNode;
}) {
  const { t } = useCapture();
  const Icon = ICON[problem] ?? TriangleAlert;
  return (
    <Screen
      icon={
        <Sign tone="caution">
          <Icon />
        </Sign>
      }
      title={t(`problem.${problem}.title`)}
      text={t(`problem.${problem}.text`)}
      actions={
        <>
          {onAction && (
            <Button variant="primary" size="lg" wide onClick={onAction}>
              {action ?? t("common.retry")}
            </Button>
          )}
          {children}
        </>
      }
    />
  );
}
