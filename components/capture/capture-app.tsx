import { useMemo, useState } from "react";
import type { Bootstrap } from "@/components/capture/bootstrap";
import { CaptureContext } from "@/components/capture/capture-context";
import { Frame } from "@/components/capture/parts/frame";
import { ProblemScreen } from "@/components/capture/screens/problem-screen";
import { type SessionClient, sessionClient } from "@/components/capture/session-client";
import { StepScreen } from "@/components/capture/step-screen";
import { useLanguage } from "@/components/capture/use-language";
import { type Session, useSession } from "@/components/capture/use-session";
import { visionClient } from "@/components/capture/vision/vision-client";
import type { CaptureView } from "@/server/domain/capture/capture-view";
import { CAPTURE_LOCALES, type CaptureLocale } from "@/server/domain/capture/locales";

const EVERY_LANGUAGE = Object.keys(CAPTURE_LOCALES) as CaptureLocale[];
const NO_BRAND = {
  name: "veriFlow",
  logo_url: null,
  support_email: null,
  hue: null,
  chroma: null,
  languages: EVERY_LANGUAGE,
};

/** The hosted page: one session, one screen at a time. */
export function CaptureApp({ bootstrap }: { bootstrap: Bootstrap }) {
  const [client] = useState<SessionClient>(sessionClient);
  const [vision] = useState(() => visionClient(bootstrap.worker));
  const session = useSession(bootstrap, client);
  const brand = session.view?.brand ?? NO_BRAND;
  const language = useLanguage(bootstrap, client, brand.name);
  const context = useMemo(
    () => ({ ...language, brand, client, vision, test: session.view?.environment === "test" }),
    [language, brand, client, vision, session.view?.environment],
  );
  return (
    <CaptureContext value={context}>
      <Frame step={session.view && !session.problem ? stepOf(session.view) : undefined}>
        <Content session={session} />
      </Frame>
    </CaptureContext>
  );
}

const FINAL = ["expired", "used", "cancelled", "tries"];

function Content({ session }: { session: Session }) {
  const { view, problem } = session;
  if (problem === "elsewhere") {
    return <ProblemScreen problem="elsewhere" onAction={() => location.assign("/verify/session")} />;
  }
  if (problem) {
    return <ProblemScreen problem={problem} onAction={FINAL.includes(problem) ? undefined : () => location.reload()} />;
  }
  return view ? <StepScreen session={session} view={view} /> : null;
}

/** Where one is among the screens of this session. */
function stepOf(view: CaptureView): { number: number; total: number } {
  const { needs, document } = view;
  const steps = [
    "consent",
    ...(needs.document ? ["document", "front", ...(document && !document.has_back ? [] : ["back"])] : []),
    ...(needs.face ? ["face"] : []),
    "finish",
  ];
  const at = view.step === "done" ? steps.length : steps.indexOf(view.step) + 1;
  return { number: at, total: steps.length };
}
