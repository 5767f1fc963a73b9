import { Glasses, Move3d, ScanFace, Sun } from "lucide-react";
import { useState } from "react";
import { useCapture } from "@/components/capture/capture-context";
import { Screen } from "@/components/capture/parts/screen";
import { Sign } from "@/components/capture/parts/sign";
import { type Problem, problemOf } from "@/components/capture/problem";
import { FaceCameraScreen } from "@/components/capture/screens/face-camera-screen";
import { ProblemScreen } from "@/components/capture/screens/problem-screen";
import type { FaceCapture } from "@/components/capture/session-client";
import { Button } from "@/components/ui/button";
import type { ChallengeView } from "@/server/domain/capture/capture-view";

/** What is coming, the models, a challenge drawn by the server, and then the camera. */
export function FaceScreen({ onCapture }: { onCapture: (capture: FaceCapture) => void }) {
  const { t, client, vision } = useCapture();
  const [challenge, setChallenge] = useState<ChallengeView | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fail = (error: unknown) => {
    setChallenge(null);
    setProblem(problemOf(error));
  };
  const start = async (colours: boolean) => {
    setProblem(null);
    setBusy(true);
    try {
      await vision.load();
      setChallenge(await client.challenge(colours && !prefersLessMotion()));
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  if (problem)
    return <ProblemScreen problem={problem} onAction={problem === "tries" ? undefined : () => start(true)} />;
  if (challenge) {
    const late = () => {
      setChallenge(null);
      setProblem("challenge");
    };
    return <FaceCameraScreen challenge={challenge} onCapture={onCapture} onLate={late} onError={fail} />;
  }
  return (
    <Screen
      icon={
        <Sign>
          <ScanFace />
        </Sign>
      }
      title={t("face.title")}
      text={t("face.text")}
      actions={
        <>
          <Button variant="primary" size="lg" wide busy={busy} onClick={() => start(true)}>
            {busy ? t("face.preparing") : t("face.start")}
          </Button>
          {!prefersLessMotion() && (
            <Button variant="ghost" size="lg" wide disabled={busy} onClick={() => start(false)}>
              {t("face.calm")}
            </Button>
          )}
        </>
      }
    >
      <ul className="flex flex-col gap-4">
        {TIPS.map(([key, Icon]) => (
          <li key={key} className="flex items-center gap-4 text-lg">
            <Icon className="size-6 shrink-0 text-accent-text" aria-hidden="true" />
            {t(key)}
          </li>
        ))}
      </ul>
    </Screen>
  );
}

const prefersLessMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const TIPS = [
  ["face.light", Sun],
  ["face.bare", Glasses],
  ["face.motions", Move3d],
] as const;
