import { type RefObject, useEffect, useRef, useState } from "react";
import { frameGrabber } from "@/components/capture/camera/grab-frame";
import { takeStill } from "@/components/capture/camera/take-still";
import type { Camera } from "@/components/capture/camera/use-camera";
import { useFrameLoop } from "@/components/capture/camera/use-frame-loop";
import { visiblePart } from "@/components/capture/camera/visible-part";
import { useCapture } from "@/components/capture/capture-context";
import { documentGuide } from "@/components/capture/guidance/document-guide";
import { type DocumentHint, documentHint } from "@/components/capture/guidance/document-hint";
import { firstHint, settleHint } from "@/components/capture/guidance/settle-hint";
import type { DocumentType } from "@/server/contract/enums";
import type { Box, Quad } from "@/server/vision/types";

/** Frames in a row that must be good before the picture takes itself. */
const GOOD_FRAMES = 6;
const ANALYSED_SIDE = 720;
/** So dark for so long that no light will help. */
const BLACK = 12;
const BLACK_MS = 4000;

export interface DocumentCamera {
  readonly hint: DocumentHint;
  readonly guide: Box;
  readonly quad: Quad | undefined;
  readonly black: boolean;
  /** Takes the picture now. */
  readonly take: () => void;
}

/** Watches the frames, says what is wrong, and takes the picture when nothing is. `onPicture` is called once. */
export function useDocumentCamera(
  camera: Camera,
  box: RefObject<HTMLDivElement | null>,
  type: DocumentType,
  onPicture: (picture: Blob, hint: DocumentHint) => void,
): DocumentCamera {
  const { vision } = useCapture();
  const [grab] = useState(frameGrabber);
  const [settled, setSettled] = useState(() => firstHint<DocumentHint>("search", 0));
  const [quad, setQuad] = useState<Quad>();
  const [guide, setGuide] = useState<Box>({ x: 0.06, y: 0.25, width: 0.88, height: 0.5 });
  const [black, setBlack] = useState(false);
  const [broken, setBroken] = useState(false);
  const run = useRef({ good: 0, taken: false, last: "search" as DocumentHint, blackSince: 0 });

  useEffect(() => {
    const { current } = run;
    current.taken = false;
    return () => {
      current.taken = true;
    };
  }, []);

  const take = async () => {
    const video = camera.video.current;
    if (run.current.taken || !video || !box.current) return;
    run.current.taken = true;
    onPicture(await takeStill(video, { part: partOf(video, box.current) }), run.current.last);
  };
  const tick = async (now: number) => {
    const video = camera.video.current;
    if (!video || !box.current || run.current.taken) return;
    const aspect = box.current.clientWidth / box.current.clientHeight;
    const wanted = documentGuide(type, aspect);
    const frame = grab(video, ANALYSED_SIDE, partOf(video, box.current));
    if (!frame) return;
    const report = await vision.document(frame, wanted);
    const hint = documentHint(report, wanted, aspect);
    run.current.last = hint;
    run.current.good = hint === "good" ? run.current.good + 1 : 0;
    run.current.blackSince = report.light < BLACK ? run.current.blackSince || now : 0;
    setBlack(run.current.blackSince > 0 && now - run.current.blackSince > BLACK_MS);
    setGuide((old) => (old.width === wanted.width && old.height === wanted.height ? old : wanted));
    setQuad(report.quad);
    setSettled((state) => settleHint(state, hint, now));
    if (run.current.good >= GOOD_FRAMES) await take();
  };
  // without the worker there is no guidance, but the button still takes the picture
  useFrameLoop(camera.running && !broken, tick, () => setBroken(true));
  return { hint: settled.shown, guide, quad, black, take };
}

function partOf(video: HTMLVideoElement, box: HTMLElement) {
  return visiblePart(
    { width: video.videoWidth, height: video.videoHeight },
    { width: box.clientWidth, height: box.clientHeight },
  );
}
