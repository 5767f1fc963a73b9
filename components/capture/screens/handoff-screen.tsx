import { Smartphone } from "lucide-react";
import { useEffect, useState } from "react";
import { useCapture } from "@/components/capture/capture-context";
import { Screen } from "@/components/capture/parts/screen";
import { Sign } from "@/components/capture/parts/sign";
import { type Problem, problemOf } from "@/components/capture/problem";
import { ProblemScreen } from "@/components/capture/screens/problem-screen";
import { useFollowing } from "@/components/capture/use-following";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import type { CaptureView } from "@/server/domain/capture/capture-view";

const ASK_EVERY_MS = 1500;

/** A code for the phone; as soon as the phone has taken over, the session says so. */
export function HandoffScreen({ onView, onBack }: { onView: (view: CaptureView) => void; onBack: () => void }) {
  const { t, client } = useCapture();
  const [image, setImage] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useFollowing((view) => view.follower && onView(view), ASK_EVERY_MS);
  useEffect(() => {
    client.handoff().then(
      (offer) => setImage(offer.image),
      (error: unknown) => setProblem(problemOf(error)),
    );
  }, [client]);
  if (problem) return <ProblemScreen problem={problem} action={t("common.back")} onAction={onBack} />;
  return (
    <Screen
      title={t("handoff.title")}
      text={t("handoff.text")}
      actions={
        <Button size="lg" wide onClick={onBack}>
          {t("common.back")}
        </Button>
      }
    >
      {image ? (
        <img
          src={image}
          alt={t("handoff.code")}
          className="mx-auto size-60 rounded-card border border-line bg-white p-2"
        />
      ) : (
        <Skeleton className="mx-auto size-60" />
      )}
      <p role="status" className="mt-5 flex items-center justify-center gap-3 text-lg text-muted">
        <Spinner /> {t("handoff.waiting")}
      </p>
    </Screen>
  );
}

/** The device that handed the session over: it follows along. */
export function FollowingScreen({ view, onView }: { view: CaptureView; onView: (view: CaptureView) => void }) {
  const { t } = useCapture();
  useFollowing(onView, ASK_EVERY_MS, view);
  return (
    <Screen
      icon={
        <Sign>
          <Smartphone />
        </Sign>
      }
      title={t("handoff.title")}
      text={t("handoff.following")}
    />
  );
}
