import { type LineEvidence, ZONE_CLASSES } from "@/server/vision/models/mrz-ocr-b";

/** How much like OCR-B a piece of line looks: mean probability of the characters seen, less where there are few. */
export function legibility({ steps, logProbs }: LineEvidence): number {
  let sum = 0;
  let count = 0;
  let before = 0;
  for (let step = 0; step < steps; step++) {
    const best = bestClass(logProbs, step);
    if (best !== 0 && best !== before) {
      sum += Math.exp(logProbs[step * ZONE_CLASSES + best]);
      count++;
    }
    before = best;
  }
  return count === 0 ? 0 : (sum / count) * Math.min(1, count / 6);
}

/** How many characters a plain reading of the line sees: runs of one class that is not the blank. */
export function characterCount({ steps, logProbs }: LineEvidence): number {
  let count = 0;
  let before = 0;
  for (let step = 0; step < steps; step++) {
    const best = bestClass(logProbs, step);
    if (best !== 0 && best !== before) count++;
    before = best;
  }
  return count;
}

/** First and last step at which a character was seen with some certainty; undefined where none was. */
export function seenSpan({ steps, logProbs }: LineEvidence): { first: number; last: number } | undefined {
  let first = -1;
  let last = -1;
  for (let step = 0; step < steps; step++) {
    const best = bestClass(logProbs, step);
    if (best === 0 || logProbs[step * ZONE_CLASSES + best] < CERTAIN) continue;
    if (first < 0) first = step;
    last = step;
  }
  return first < 0 ? undefined : { first, last };
}

const CERTAIN = Math.log(0.7);

function bestClass(logProbs: Float32Array, step: number): number {
  const row = step * ZONE_CLASSES;
  let best = 0;
  for (let k = 1; k < ZONE_CLASSES; k++) if (logProbs[row + k] > logProbs[row + best]) best = k;
  return best;
}
