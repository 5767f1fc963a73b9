/** Pixels of one video frame, RGBA, its longer side at most `side`. */
export interface RgbaFrame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Part of the frame, in pixels of the video. */
export interface FramePart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Makes a grabber with its own canvas; undefined while the video has no picture yet. */
export function frameGrabber(): (video: HTMLVideoElement, side: number, part?: FramePart) => RgbaFrame | undefined {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (video, side, part) => {
    if (!context || video.videoWidth === 0 || video.readyState < 2) return undefined;
    const from = part ?? { x: 0, y: 0, width: video.videoWidth, height: video.videoHeight };
    const scale = Math.min(1, side / Math.max(from.width, from.height));
    const [width, height] = [Math.round(from.width * scale), Math.round(from.height * scale)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    context.drawImage(video, from.x, from.y, from.width, from.height, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, data: data as Uint8ClampedArray<ArrayBuffer> };
  };
}
