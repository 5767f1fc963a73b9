/** PP-OCRv4 text detection: a differentiable-binarisation network (Liao et al., 2020) over one picture. */

import card from "@/models/pp-ocr-v4-det/card.json";
import type { Image, Model, Plane, Tensor } from "@/server/vision/types";

const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** Input: RGB whose width and height are multiples of 32. Output: probability of text per pixel, same size. */
export const ppOcrDet: Model<Image, Plane> = {
  card,
  encode: (image) => ({ [card.inputs[0].name]: planar(image) }),
  decode(outputs, image) {
    return { width: image.width, height: image.height, data: outputs[card.outputs[0].name].data };
  },
};

function planar({ width, height, data }: Image): Tensor {
  const size = width * height;
  const out = new Float32Array(size * 3);
  for (let channel = 0; channel < 3; channel++) {
    const scale = 1 / (255 * DEVIATION[channel]);
    const shift = MEAN[channel] / DEVIATION[channel];
    const base = channel * size;
    for (let i = 0, j = channel; i < size; i++, j += 3) out[base + i] = data[j] * scale - shift;
  }
  return { dims: [1, 3, height, width], data: out };
}
