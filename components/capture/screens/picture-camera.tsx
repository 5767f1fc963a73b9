import { SwitchCamera } from "lucide-react";
import { useRef } from "react";
import { useCamera } from "@/components/capture/camera/use-camera";
import { useDocumentCamera } from "@/components/capture/camera/use-document-camera";
import { useCapture } from "@/components/capture/capture-context";
import type { DocumentHint } from "@/components/capture/guidance/document-hint";
import { CameraView } from "@/components/capture/parts/camera-view";
import { DocumentOverlay } from "@/components/capture/parts/document-overlay";
import { Screen } from "@/components/capture/parts/screen";
import { UploadButton } from "@/components/capture/parts/upload-button";
import { ProblemScreen } from "@/components/capture/screens/problem-screen";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { DocumentType } from "@/server/contract/enums";
import type { DocumentSide } from "@/server/domain/capture/steps";

/** One side of the document, live: one hint at a time; it takes itself, or on tap; or a file. */
export function PictureCamera({
  side,
  type,
  onPicture,
  onNoBack,
}: {
  side: DocumentSide;
  type: DocumentType;
  onPicture: (picture: Blob, hint?: DocumentHint) => void;
  onNoBack?: () => void;
}) {
  const { t } = useCapture();
  const box = useRef<HTMLDivElement>(null);
  const camera = useCamera("environment");
  const { hint, guide, quad, black, take } = useDocumentCamera(camera, box, type, onPicture);
  const upload = <UploadButton onPicture={(picture) => onPicture(picture)}>{t("picture.upload")}</UploadButton>;
  const problem = camera.problem ?? (black ? "camera_dark" : null);
  if (problem) {
    return (
      <ProblemScreen problem={problem} onAction={camera.retry}>
        {upload}
      </ProblemScreen>
    );
  }
  const title = side === "front" && type === "passport" ? "picture.passport" : (`picture.${side}` as const);
  return (
    <Screen
      title={t(title)}
      text={t(side === "front" ? "picture.front_text" : "picture.back_text")}
      actions={
        <>
          <Button variant="primary" size="lg" wide disabled={!camera.running} onClick={take}>
            {t("picture.take")}
          </Button>
          {upload}
          {onNoBack && (
            <Button variant="ghost" size="lg" wide onClick={onNoBack}>
              {t("picture.no_back")}
            </Button>
          )}
        </>
      }
    >
      <CameraView
        video={camera.video}
        box={box}
        label={t("picture.live")}
        hint={t(`hint.document.${hint}`)}
        good={hint === "good"}
        aspect={Math.min(1.6, Math.max(0.8, camera.aspect))}
        className="max-h-[52dvh]"
      >
        <DocumentOverlay guide={guide} quad={quad} good={hint === "good"} />
        {camera.next && (
          <IconButton
            label={t("picture.switch")}
            icon={<SwitchCamera className="size-5" aria-hidden="true" />}
            onClick={camera.next}
            variant="secondary"
            className="absolute end-3 top-3 size-11 rounded-full"
          />
        )}
      </CameraView>
    </Screen>
  );
}
