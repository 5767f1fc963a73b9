import { type RefObject, useRef, useState } from "react";
import { type AlbumFrame, addToAlbum } from "@/components/capture/camera/frame-album";
import { frameGrabber } from "@/components/capture/camera/grab-frame";
import { describeCamera, type FrameClock, watchFrames } from "@/components/capture/camera/report-capture";
import { holdStill, takeStill } from "@/components/capture/camera/take-still";
import type { Camera } from "@/components/capture/camera/use-camera";
import { useFrameLoop } from "@/components/capture/camera/use-frame-loop";
import { visiblePart } from "@/components/capture/camera/visible-part";
import { useCapture } from "@/components/capture/capture-context";
import {
  type ChallengeProgress,
  challengeShare,
  followChallenge,
  startChallenge,
} from "@/components/capture/guidance/challenge-progress";
import { firstHint, settleHint } from "@/components/capture/guidance/settle-hint";
import type { FaceCapture } from "@/components/capture/session-client";
import type { LivenessColour } from "@/server/contract/liveness-challenge";
import type { ChallengeView } from "@/server/domain/capture/capture-view";

const ANALYSED_SIDE = 480;
const FRAME_SIDE = 640;
const FRAMES_MAX = 36;
const FRAME_EVERY_MS = 220;

export interface FaceCamera {
  readonly hint: ChallengeProgress["hint"];
  readonly share: number;
  readonly good: boolean;
  /** Analysed frames a second, over the last second. */
  readonly rate: number;
  /** What the whole screen shows now; undefined outside the colours. */
  readonly colour: LivenessColour | undefined;
}

/** Follows the face through the challenge, keeps a portrait and the frames, and hands them over at the end. */
export function useFaceCamera(
  camera: Camera,
  box: RefObject<HTMLDivElement | null>,
  challenge: ChallengeView,
  on: {
    readonly capture: (capture: FaceCapture) => void;
    readonly late: () => void;
    readonly error: (error: unknown) => void;
  },
): FaceCamera {
  const { vision } = useCapture();
  const [grab] = useState(frameGrabber);
  const [shown, setShown] = useState<FaceCamera>({
    hint: "search",
    share: 0,
    good: false,
    rate: 0,
    colour: undefined,
  });
  const run = useRef<FaceRun | null>(null);

  const tick = async (now: number) => {
    const video = camera.video.current;
    if (!video || !box.current || run.current?.over) return;
    const part = visiblePart(
      { width: video.videoWidth, height: video.videoHeight },
      { width: box.current.clientWidth, height: box.current.clientHeight },
    );
    const frame = grab(video, ANALYSED_SIDE, part);
    if (!frame) return;
    run.current ??= newRun(challenge, video, now);
    const state = run.current;
    const still = { part, side: FRAME_SIDE, quality: 0.85 };
    const due = now - state.lastFrame >= FRAME_EVERY_MS;
    const encode = holdStill(video, still);
    const report = await vision.face(frame);
    state.progress = followChallenge(state.progress, report, now);
    const { keep, phase } = state.progress;
    if (keep === "portrait") state.live = await takeStill(video);
    if (report.face && (due || keep === "proof")) {
      state.lastFrame = now;
      const taken = { t_ms: now - state.startedAt, picture: await encode(), proof: keep === "proof" };
      state.album = addToAlbum(state.album, taken, FRAMES_MAX);
    }
    state.settled = settleHint(state.settled, state.progress.hint, now);
    state.ticks = [...state.ticks.filter((at) => now - at < 1000), now];
    setShown(describe(state));
    if (phase === "done") finish(state, challenge, video, on.capture);
    if (phase === "late") {
      state.over = true;
      on.late();
    }
  };
  useFrameLoop(camera.running, tick, on.error);
  return shown;
}

interface FaceRun {
  progress: ChallengeProgress;
  settled: ReturnType<typeof firstHint<ChallengeProgress["hint"]>>;
  readonly startedAt: number;
  lastFrame: number;
  album: AlbumFrame[];
  live: Blob | null;
  over: boolean;
  ticks: number[];
  readonly clock: FrameClock;
}

function newRun(challenge: ChallengeView, video: HTMLVideoElement, now: number): FaceRun {
  return {
    progress: startChallenge(challenge, now),
    clock: watchFrames(video),
    settled: firstHint<ChallengeProgress["hint"]>("search", now),
    startedAt: now,
    lastFrame: Number.NEGATIVE_INFINITY,
    album: [],
    live: null,
    over: false,
    ticks: [],
  };
}

function describe({ progress, settled, ticks }: FaceRun): FaceCamera {
  // a motion is asked for at once; what is only a correction may settle first
  const hint = progress.phase === "settle" ? settled.shown : progress.hint;
  const colour = progress.phase === "colours" ? progress.asked.colours[progress.at] : undefined;
  const good = hint === "good" || hint === "done";
  return { hint, share: challengeShare(progress), good, rate: ticks.length, colour };
}

function finish(
  state: FaceRun,
  challenge: ChallengeView,
  video: HTMLVideoElement,
  hand: (capture: FaceCapture) => void,
): void {
  if (!state.live) throw new Error("the challenge ended without a portrait");
  state.over = true;
  state.clock.stop();
  const onClock = (times: readonly number[]) => times.map((t) => Math.round((t - state.startedAt) * 10) / 10);
  hand({
    challenge_id: challenge.id,
    live: state.live,
    frames: state.album.map(({ t_ms, picture }) => ({ t_ms, picture })),
    report: {
      nonce: challenge.id,
      prompts: onClock(state.progress.prompts),
      camera: describeCamera(video),
      frame_times: onClock(state.clock.times()),
    },
  });
}
