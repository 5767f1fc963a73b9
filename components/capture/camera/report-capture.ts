import type { CaptureReport } from "@/server/contract/liveness-challenge";

/** More times than this are thinned out. */
const TIMES_MAX = 600;

/**
 * When the camera delivers its pictures (page clock, ms), for as long as it is watched; none where the browser cannot
 * tell.
 */
export interface FrameClock {
  readonly times: () => readonly number[];
  readonly stop: () => void;
}

export function watchFrames(video: HTMLVideoElement): FrameClock {
  let times: number[] = [];
  let handle: number | undefined;
  const watch = "requestVideoFrameCallback" in video;
  const note = (now: number) => {
    times.push(now);
    if (times.length > TIMES_MAX) times = times.filter((_, i) => i % 2 === 0);
    handle = video.requestVideoFrameCallback(note);
  };
  if (watch) handle = video.requestVideoFrameCallback(note);
  return {
    times: () => times,
    stop: () => {
      if (handle !== undefined) video.cancelVideoFrameCallback(handle);
    },
  };
}

/** What the camera says of itself. */
export function describeCamera(video: HTMLVideoElement): CaptureReport["camera"] {
  const stream = video.srcObject;
  const track = stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
  if (!track) return undefined;
  const { width, height, frameRate } = track.getSettings();
  const can = track.getCapabilities?.();
  return {
    label: track.label,
    settings: { ...(width && { width }), ...(height && { height }), ...(frameRate && { frame_rate: frameRate }) },
    capabilities: can
      ? { ...range("width", can.width), ...range("height", can.height), ...range("frame_rate", can.frameRate) }
      : null,
  };
}

function range(name: "width" | "height" | "frame_rate", value: { min?: number; max?: number } | undefined) {
  if (value?.max === undefined) return {};
  return { [name]: { ...(value.min !== undefined && { min: value.min }), max: value.max } };
}
