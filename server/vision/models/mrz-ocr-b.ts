/**
 * Our own recogniser of OCR-B lines (`models/mrz-ocr-b`): grey lines to log-probabilities of 37 characters and a blank.
 */

import card from "@/models/mrz-ocr-b/card.json";
import type { Model, Plane } from "@/server/vision/types";

/** Classes 1–37; class 0 is the CTC blank. */
export const ZONE_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
export const ZONE_CLASSES = ZONE_ALPHABET.length + 1;
/** Rows of a line, and columns of it per step of the output. */
export const ZONE_LINE_ROWS = 32;
export const ZONE_STEP_COLUMNS = 4;

/** What the network saw along one line: `logProbs[step * ZONE_CLASSES + class]`. */
export interface LineEvidence {
  readonly steps: number;
  readonly logProbs: Float32Array;
}

/** Input: grey lines of ZONE_LINE_ROWS rows, any widths. Output: one evidence a line, in order. */
export const mrzOcrB: Model<readonly Plane[], readonly LineEvidence[]> = {
  card,
  encode(lines) {
    const width = Math.max(...lines.map((line) => Math.ceil(line.width / ZONE_STEP_COLUMNS) * ZONE_STEP_COLUMNS));
    const data = new Float32Array(lines.length * ZONE_LINE_ROWS * width);
    lines.forEach((line, n) => {
      placeNormalised(line, data, n * ZONE_LINE_ROWS * width, width);
    });
    return { [card.inputs[0].name]: { dims: [lines.length, 1, ZONE_LINE_ROWS, width], data } };
  },
  decode(outputs, lines) {
    const { data, dims } = outputs[card.outputs[0].name];
    const steps = dims[1];
    return lines.map((line, n) => {
      const own = Math.min(steps, Math.ceil(line.width / ZONE_STEP_COLUMNS));
      const from = n * steps * ZONE_CLASSES;
      return { steps: own, logProbs: logSoftmaxRows(data.subarray(from, from + own * ZONE_CLASSES)) };
    });
  },
};

/** Zero mean and unit deviation over the line; the rest of the row stays 0, the mean. */
function placeNormalised(line: Plane, out: Float32Array, at: number, width: number): void {
  const count = line.data.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += line.data[i];
  const mean = sum / count;
  let square = 0;
  for (let i = 0; i < count; i++) square += (line.data[i] - mean) ** 2;
  const scale = 1 / (Math.sqrt(square / count) + 1e-3);
  for (let y = 0; y < ZONE_LINE_ROWS; y++) {
    for (let x = 0; x < line.width; x++) out[at + y * width + x] = (line.data[y * line.width + x] - mean) * scale;
  }
}

function logSoftmaxRows(logits: Float32Array): Float32Array {
  const out = new Float32Array(logits.length);
  for (let row = 0; row < logits.length; row += ZONE_CLASSES) {
    let top = -Infinity;
    for (let k = 0; k < ZONE_CLASSES; k++) top = Math.max(top, logits[row + k]);
    let sum = 0;
    for (let k = 0; k < ZONE_CLASSES; k++) sum += Math.exp(logits[row + k] - top);
    const shift = top + Math.log(sum);
    for (let k = 0; k < ZONE_CLASSES; k++) out[row + k] = logits[row + k] - shift;
  }
  return out;
}
