import { useEffect, useState } from "react";
import { useCapture } from "@/components/capture/capture-context";
import { CheckingScreen } from "@/components/capture/screens/checking-screen";
import { ConsentScreen } from "@/components/capture/screens/consent-screen";
import { DocumentScreen } from "@/components/capture/screens/document-screen";
import { FaceScreen } from "@/components/capture/screens/face-screen";
import { FollowingScreen, HandoffScreen } from "@/components/capture/screens/handoff-screen";
import { PictureScreen } from "@/components/capture/screens/picture-screen";
import { ResultScreen } from "@/components/capture/screens/result-screen";
import { SendingScreen } from "@/components/capture/screens/sending-screen";
import type { FaceCapture } from "@/components/capture/session-client";
import type { Session } from "@/components/capture/use-session";
import type { VisionClient } from "@/components/capture/vision/vision-client";
import type { CaptureView } from "@/server/domain/capture/capture-view";

/** The screen of the step that the server says is next. */
export function StepScreen({ session, view }: { session: Session; view: CaptureView }) {
  const { client, vision, locale } = useCapture();
  const [face, setFace] = useState<FaceCapture | null>(null);
  const [handoff, setHandoff] = useState(false);
  const { setView, fail } = session;
  // a device with a mouse has a worse camera than the phone beside it
  const onHandoff = matchMedia("(pointer: fine)").matches ? () => setHandoff(true) : undefined;
  useModelsAhead(vision, view);
  const agree = async () => {
    await session
      .opened()
      .then(() => client.consent(locale))
      .then(setView, fail);
  };
  if (view.follower && view.step !== "done") return <FollowingScreen view={view} onView={setView} />;
  if (handoff) return <HandoffScreen onView={setView} onBack={() => setHandoff(false)} />;
  switch (view.step) {
    case "consent":
      return <ConsentScreen view={view} onAgree={agree} />;
    case "document":
      return (
        <DocumentScreen
          view={view}
          onChoose={(type, country) => client.document(type, country).then(setView, fail)}
          onHandoff={onHandoff}
        />
      );
    case "front":
    case "back":
      return <PictureScreen key={view.step} view={view} side={view.step} onView={setView} onProblem={fail} />;
    case "face":
      return face ? (
        <SendingScreen capture={face} onView={setView} onGone={() => setFace(null)} />
      ) : (
        <FaceScreen onCapture={setFace} />
      );
    case "finish":
      return <SendingScreen capture={null} onView={setView} onGone={() => undefined} />;
    case "done":
      return view.decision ? (
        <ResultScreen decision={view.decision} returnUrl={view.return_url} onClose={session.close} />
      ) : (
        <CheckingScreen view={view} onView={setView} />
      );
  }
}

/**
 * After the first paint, while the person reads and photographs; the face screen waits for them and tells what went
 * wrong.
 */
function useModelsAhead(vision: VisionClient, { needs, step, follower }: CaptureView): void {
  const wanted = needs.face && !follower && step !== "finish" && step !== "done";
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => vision.load().catch(() => undefined), 600);
    return () => clearTimeout(timer);
  }, [wanted, vision]);
}
