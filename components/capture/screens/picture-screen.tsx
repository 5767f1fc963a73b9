import { useState } from "react";
import { useCapture } from "@/components/capture/capture-context";
import type { DocumentHint } from "@/components/capture/guidance/document-hint";
import { CheckScreen } from "@/components/capture/screens/check-screen";
import { PictureCamera } from "@/components/capture/screens/picture-camera";
import type { CaptureView } from "@/server/domain/capture/capture-view";
import type { DocumentSide } from "@/server/domain/capture/steps";

/** Take, look, send or take again: one side of the document. */
export function PictureScreen({
  view,
  side,
  onView,
  onProblem,
}: {
  view: CaptureView;
  side: DocumentSide;
  onView: (view: CaptureView) => void;
  onProblem: (error: unknown) => void;
}) {
  const { client } = useCapture();
  const [taken, setTaken] = useState<{ picture: Blob; hint?: DocumentHint } | null>(null);
  const type = view.document?.type ?? "other";
  if (taken) {
    return (
      <CheckScreen
        picture={taken.picture}
        hint={taken.hint}
        onAgain={() => setTaken(null)}
        onUse={async (progress) => onView(await client.picture(side, taken.picture, progress))}
      />
    );
  }
  return (
    <PictureCamera
      side={side}
      type={type}
      onPicture={(picture, hint) => setTaken({ picture, hint })}
      onNoBack={side === "back" ? () => client.skipBack().then(onView, onProblem) : undefined}
    />
  );
}
