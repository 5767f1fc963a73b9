import { frameGrabber } from "@/components/capture/camera/grab-frame";
import { followChallenge, startChallenge } from "@/components/capture/guidance/challenge-progress";
import { visionClient } from "@/components/capture/vision/vision-client";

/**
 * What the capture page's loop does, without its screens: camera → frame → worker → guidance. Read by
 * `bench/tracking.ts`.
 */
export interface TrackingMeasure {
  frames: number;
  faces: number;
  /** From a frame in hand to the hint it calls for, ms; the last 20,000. */
  delays: number[];
  failed?: string;
}

const measure: TrackingMeasure = { frames: 0, faces: 0, delays: [] };
(window as unknown as { measure: TrackingMeasure }).measure = measure;

const ANALYSED_SIDE = 480;
const KEPT = 20_000;

async function run(): Promise<void> {
  const worker = new URLSearchParams(location.search).get("worker") ?? "";
  const vision = visionClient(worker);
  await vision.load();
  const video = document.querySelector("video") as HTMLVideoElement;
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
  await video.play();
  const grab = frameGrabber();
  const asked = { actions: ["turn_left", "look_up"], colours: [], colour_ms: 900 } as const;
  let progress = startChallenge(asked, performance.now());
  const turn = async (): Promise<void> => {
    const frame = grab(video, ANALYSED_SIDE, { x: 370, y: 0, width: 540, height: 720 });
    if (frame) {
      const from = performance.now();
      const report = await vision.face(frame);
      progress = followChallenge(progress, report, performance.now());
      if (progress.phase === "done" || progress.phase === "late") progress = startChallenge(asked, performance.now());
      document.title = progress.hint;
      measure.frames++;
      if (report.face) measure.faces++;
      measure.delays.push(performance.now() - from);
      if (measure.delays.length > KEPT) measure.delays.splice(0, KEPT / 2);
    }
    requestAnimationFrame(() => void turn().catch(fail));
  };
  await turn();
}

function fail(error: unknown): void {
  measure.failed = String(error);
}

run().catch(fail);
