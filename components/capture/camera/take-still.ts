import type { FramePart } from "@/components/capture/camera/grab-frame";

/** The video's present frame (or a part of it) as JPEG; at full resolution unless `side` bounds the longer one. */
export function takeStill(
  video: HTMLVideoElement,
  options: { readonly part?: FramePart; readonly side?: number; readonly quality?: number } = {},
): Promise<Blob> {
  const from = options.part ?? { x: 0, y: 0, width: video.videoWidth, height: video.videoHeight };
  const scale = Math.min(1, (options.side ?? Number.POSITIVE_INFINITY) / Math.max(from.width, from.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(from.width * scale);
  canvas.height = Math.round(from.height * scale);
  const context = canvas.getContext("2d");
  if (!context) return Promise.reject(new Error("no canvas"));
  context.drawImage(video, from.x, from.y, from.width, from.height, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("no picture"))),
      "image/jpeg",
      options.quality ?? 0.92,
    );
  });
}
