import { ArrowLeft, ArrowRight, ArrowUp, Eye, ZoomIn } from "lucide-react";
import { useRef } from "react";
import { useCamera } from "@/components/capture/camera/use-camera";
import { useFaceCamera } from "@/components/capture/camera/use-face-camera";
import { useCapture } from "@/components/capture/capture-context";
import { CameraView } from "@/components/capture/parts/camera-view";
import { ColourScreen } from "@/components/capture/parts/colour-screen";
import { FaceOverlay } from "@/components/capture/parts/face-overlay";
import { Screen } from "@/components/capture/parts/screen";
import { ProblemScreen } from "@/components/capture/screens/problem-screen";
import type { FaceCapture } from "@/components/capture/session-client";
import type { ChallengeView } from "@/server/domain/capture/capture-view";

/** The preview is a mirror: the person's left is the screen's left. */
const ICONS = {
  turn_left: <ArrowLeft className="size-5 shrink-0" aria-hidden="true" />,
  turn_right: <ArrowRight className="size-5 shrink-0" aria-hidden="true" />,
  gaze_left: <ArrowLeft className="size-5 shrink-0" aria-hidden="true" />,
  gaze_right: <ArrowRight className="size-5 shrink-0" aria-hidden="true" />,
  look_up: <ArrowUp className="size-5 shrink-0" aria-hidden="true" />,
  blink: <Eye className="size-5 shrink-0" aria-hidden="true" />,
  come_nearer: <ZoomIn className="size-5 shrink-0" aria-hidden="true" />,
};

/** The oval, one instruction at a time, a ring that fills. */
export function FaceCameraScreen({
  challenge,
  onCapture,
  onLate,
  onError,
}: {
  challenge: ChallengeView;
  onCapture: (capture: FaceCapture) => void;
  onLate: () => void;
  onError: (error: unknown) => void;
}) {
  const { t } = useCapture();
  const box = useRef<HTMLDivElement>(null);
  const camera = useCamera("user");
  const { hint, share, good, rate, colour } = useFaceCamera(camera, box, challenge, {
    capture: onCapture,
    late: onLate,
    error: onError,
  });
  if (camera.problem) return <ProblemScreen problem={camera.problem} onAction={camera.retry} />;
  return (
    <Screen title={t("face.title")}>
      <div data-frames-per-second={rate} className="flex flex-1 flex-col">
        <CameraView
          video={camera.video}
          box={box}
          label={t("picture.live")}
          mirrored
          hint={camera.running ? t(`hint.face.${hint}`) : t("face.preparing")}
          icon={ICONS[hint as keyof typeof ICONS]}
          good={good}
          aspect={3 / 4}
          className="mx-auto max-h-[64dvh]"
        >
          <FaceOverlay share={share} good={good} />
        </CameraView>
        {colour && <ColourScreen colour={colour} text={t("hint.face.colours")} />}
        <div
          role="progressbar"
          aria-label={t("face.progress")}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
        />
      </div>
    </Screen>
  );
}
