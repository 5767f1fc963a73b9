import type { FramePart } from "@/components/capture/camera/grab-frame";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The part of a video that is seen where it covers its box (`object-fit: cover`), in pixels of the video. */
export function visiblePart(video: Size, box: Size): FramePart {
  const scale = Math.max(box.width / video.width, box.height / video.height);
  const [width, height] = [box.width / scale, box.height / scale];
  return { x: (video.width - width) / 2, y: (video.height - height) / 2, width, height };
}
