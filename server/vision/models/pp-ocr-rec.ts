/**
 * PP-OCRv4 text recognition: lines of 48 rows to text, decoded greedily (CTC: repeats merge, class 0 is no character).
 */

import card from "@/models/pp-ocr-v4-rec/card.json";
import type { Image, Model, Tensor } from "@/server/vision/types";

export const LINE_HEIGHT = 48;
const CHARACTERS = [...card.characters, " "];

export interface RecognisedText {
  readonly text: string;
  /** Mean probability of the characters, 0–1; 0 for an empty text. */
  readonly confidence: number;
}

/** Input: RGB lines of one size, 48 rows high; pad short ones at the right with grey 127. */
export const ppOcrRec: Model<readonly Image[], readonly RecognisedText[]> = {
  card,
  encode: (lines) => ({ [card.inputs[0].name]: stack(lines) }),
  decode(outputs, lines) {
    const { data, dims } = outputs[card.outputs[0].name];
    const [, steps, classes] = dims;
    return lines.map((_, line) => greedy(data, line * steps * classes, steps, classes));
  },
};

function stack(lines: readonly Image[]): Tensor {
  const width = lines[0].width;
  const size = width * LINE_HEIGHT;
  const out = new Float32Array(lines.length * 3 * size);
  lines.forEach(({ data }, line) => {
    for (let channel = 0; channel < 3; channel++) {
      const base = (line * 3 + channel) * size;
      for (let i = 0, j = 2 - channel; i < size; i++, j += 3) out[base + i] = data[j] / 127.5 - 1;
    }
  });
  return { dims: [lines.length, 3, LINE_HEIGHT, width], data: out };
}

function greedy(data: Float32Array, from: number, steps: number, classes: number): RecognisedText {
  let text = "";
  let sum = 0;
  let count = 0;
  let before = 0;
  for (let step = 0; step < steps; step++) {
    const base = from + step * classes;
    let best = 0;
    // Probabilities sum to 1: one above a half is the greatest, and most steps show no character.
    for (let k = 1; k < classes && data[base + best] <= 0.5; k++) if (data[base + k] > data[base + best]) best = k;
    if (best !== 0 && best !== before) {
      text += CHARACTERS[best - 1];
      sum += data[base + best];
      count++;
    }
    before = best;
  }
  return { text, confidence: count === 0 ? 0 : sum / count };
}
