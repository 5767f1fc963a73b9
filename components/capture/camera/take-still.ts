import type { FramePart } from "@/components/capture/camera/grab-frame";

export interface StillOptions {
  readonly part?: FramePart;
  /** Bounds the longer side; full resolution without it. */
  readonly side?: number;
  /** JPEG quality, 0–1. Default 0.92. */
  readonly quality?: number;
}

/**
 * Holds the video's present frame (or a part of it); the answer encodes it as JPEG, which costs far more, when it is
 * wanted.
 */
export function holdStill(video: HTMLVideoElement, options: StillOptions = {}): () => Promise<Blob> {
  const from = options.part ?? { x: 0, y: 0, width: video.videoWidth, height: video.videoHeight };
  const scale = Math.min(1, (options.side ?? Number.POSITIVE_INFINITY) / Math.max(from.width, from.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(from.width * scale);
  canvas.height = Math.round(from.height * scale);
  canvas.getContext("2d")?.drawImage(video, from.x, from.y, from.width, from.height, 0, 0, canvas.width, canvas.height);
  return () =>
    new Promise((resolve, reject) => {
      const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error("no picture")));
      canvas.toBlob(done, "image/jpeg", options.quality ?? 0.92);
    });
}

/** The video's present frame as JPEG. */
export function takeStill(video: HTMLVideoElement, options?: StillOptions): Promise<Blob> {
  return holdStill(video, options)();
}
