import type { Image, Tensor } from "@/server/vision/types";

export interface PlanarOptions {
  /** Subtracted from each channel (0–255 units), in the order of the output channels. */
  readonly mean: readonly [number, number, number];
  /** The difference is divided by this, per channel. */
  readonly scale: readonly [number, number, number];
  /** Channel order of the network. Default RGB. */
  readonly order?: "rgb" | "bgr";
}

/** A 1×3×H×W tensor of a picture, (value − mean) / scale. */
export function planar(image: Image, options: PlanarOptions): Tensor {
  const n = image.width * image.height;
  const out = new Float32Array(n * 3);
  for (let c = 0; c < 3; c++) {
    const from = options.order === "bgr" ? 2 - c : c;
    const mean = options.mean[c];
    const scale = 1 / options.scale[c];
    for (let i = 0, p = from; i < n; i++, p += 3) out[c * n + i] = (image.data[p] - mean) * scale;
  }
  return { dims: [1, 3, image.height, image.width], data: out };
}
