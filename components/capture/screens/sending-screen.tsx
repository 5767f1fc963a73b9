import { useEffect, useRef, useState } from "react";
import { useCapture } from "@/components/capture/capture-context";
import { Screen } from "@/components/capture/parts/screen";
import { type Problem, problemOf } from "@/components/capture/problem";
import { ProblemScreen } from "@/components/capture/screens/problem-screen";
import type { FaceCapture } from "@/components/capture/session-client";
import { Meter } from "@/components/ui/meter";
import type { CaptureView } from "@/server/domain/capture/capture-view";

/** Sends what is left and closes the capture. Everything stays in hand until the server has it. */
export function SendingScreen({
  capture,
  onView,
  onGone,
}: {
  capture: FaceCapture | null;
  onView: (view: CaptureView) => void;
  /** The server does not take this capture any more: it has to be made again. */
  onGone: () => void;
}) {
  const { t, client, locale } = useCapture();
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const sent = useRef<CaptureView | null>(null);
  const running = useRef(false);

  useEffect(() => {
    if (running.current) return;
    running.current = true;
    const send = async () => {
      if (capture && !sent.current) sent.current = await client.face(capture, setShare);
      onView(await client.finish());
    };
    send()
      .catch((error: unknown) => setProblem(problemOf(error)))
      .finally(() => {
        running.current = false;
      });
  }, [attempt]);

  const retry = () => {
    if (problem === "picture" || problem === "challenge") return onGone();
    setProblem(null);
    setAttempt((n) => n + 1);
  };
  if (problem) return <ProblemScreen problem={problem} onAction={problem === "tries" ? undefined : retry} />;
  const percent = new Intl.NumberFormat(locale, { style: "percent" }).format(share);
  return (
    <Screen title={t("sending.title")} text={t("sending.text")}>
      <Meter progress label={t("sending.meter")} value={share} text={percent} />
      <p className="mt-3 text-lg text-muted tabular-nums">{t("common.percent", { percent })}</p>
    </Screen>
  );
}
