import type { Image, Plane } from "@/server/vision/types";

/** Luma of ITU-R BT.601, 0–255, as JPEG stores it. */
export function gray(image: Image): Plane {
  const n = image.width * image.height;
  const data = new Float32Array(n);
  // One kind of array, whatever the picture came in: a loop that meets several kinds runs slower.
  const rgb = new Uint8Array(image.data.buffer, image.data.byteOffset, image.data.length);
  for (let i = 0, p = 0; i < n; i++, p += 3) data[i] = 0.299 * rgb[p] + 0.587 * rgb[p + 1] + 0.114 * rgb[p + 2];
  return { width: image.width, height: image.height, data };
}
