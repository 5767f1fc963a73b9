import { type RefObject, useEffect, useRef, useState } from "react";
import { closeCamera, type Facing, openCamera } from "@/components/capture/camera/open-camera";
import { type Problem, ProblemError, problemOf } from "@/components/capture/problem";

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** The picture moves. */
  readonly running: boolean;
  /** Width over height of what the camera sends; that of an upright phone until it is known. */
  readonly aspect: number;
  readonly problem: Problem | null;
  /** Opens it again after a problem. */
  readonly retry: () => void;
  /** The next camera, where there are several. */
  readonly next: (() => void) | null;
}

const UPRIGHT = 3 / 4;

/** A camera shown in a video element for as long as the component lives. */
export function useCamera(facing: Facing): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [running, setRunning] = useState(false);
  const [aspect, setAspect] = useState(UPRIGHT);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [devices, setDevices] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string>();

  useEffect(() => {
    let stream: MediaStream | undefined;
    let left = false;
    const open = async () => {
      stream = await openCamera(facing, chosen);
      if (left || !video.current) return closeCamera(stream);
      stream.getVideoTracks()[0].onended = () => setProblem("camera_busy");
      video.current.srcObject = stream;
      await video.current.play();
      setAspect(video.current.videoWidth / video.current.videoHeight);
      setRunning(true);
      setDevices(await otherCameras());
    };
    open().catch((error: unknown) => {
      if (left || (error instanceof DOMException && error.name === "AbortError")) return;
      setProblem(error instanceof ProblemError ? problemOf(error) : "camera_busy");
    });
    return () => {
      left = true;
      setRunning(false);
      if (stream) closeCamera(stream);
    };
  }, [facing, chosen, attempt]);

  const retry = () => {
    setProblem(null);
    setAttempt((n) => n + 1);
  };
  const next = () => setChosen((now) => devices[(devices.indexOf(now ?? devices[0]) + 1) % devices.length]);
  return { video, running, aspect, problem, retry, next: devices.length > 1 ? next : null };
}

async function otherCameras(): Promise<string[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter((device) => device.kind === "videoinput" && device.deviceId !== "")
    .map((device) => device.deviceId);
}
