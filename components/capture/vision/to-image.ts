import type { RgbaFrame } from "@/components/capture/camera/grab-frame";
import type { Image } from "@/server/vision/types";

/** Canvas pixels without their alpha: the house's one image type. */
export function toImage(frame: RgbaFrame): Image {
  const { width, height, data } = frame;
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let i = 0, p = 0; p < rgb.length; i += 4, p += 3) {
    rgb[p] = data[i];
    rgb[p + 1] = data[i + 1];
    rgb[p + 2] = data[i + 2];
  }
  return { width, height, data: rgb };
}
