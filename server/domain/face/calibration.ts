import type { Normalisation } from "@/server/domain/face/normalise-score";
import { type CohortStatistics, sampleCohort } from "@/server/domain/face/sample-cohort";

/** What turns a comparison of two templates of one model into a similarity with a known false match rate. */
export interface FaceCalibration {
  readonly modelId: string;
  readonly modelVersion: string;
  readonly normalisation: Normalisation;
  readonly cohort: readonly Float32Array[];
  /** Normalised score → log10 of the share of different people who reach it; rising scores, falling rates. */
  readonly knots: readonly (readonly [score: number, logFmr: number])[];
}

/** A calibration as the derivation writes it: numbers of the mixture as 16-bit integers in base64, each block with its scale. */
export interface StoredCalibration extends Omit<FaceCalibration, "cohort"> {
  readonly dimension: number;
  readonly weights: readonly number[];
  readonly centres: PackedNumbers;
  readonly cholesky: PackedNumbers;
}

export interface PackedNumbers {
  /** The value of the integer 32767. */
  readonly scale: number;
  readonly base64: string;
}

const COHORT_SIZE = 600;
const COHORT_SEED = 20170820;

/** Unpacks the mixture and draws the cohort, the same one every time. */
export function openCalibration(stored: StoredCalibration): FaceCalibration {
  const { dimension, weights, centres, cholesky, ...rest } = stored;
  const flat = unpackNumbers(centres);
  const statistics: CohortStatistics = {
    centres: weights.map((_, i) => flat.slice(i * dimension, (i + 1) * dimension)),
    weights,
    cholesky: unpackNumbers(cholesky),
  };
  return { ...rest, cohort: sampleCohort(statistics, COHORT_SIZE, COHORT_SEED) };
}

/** The share of different people whose score would be at least this. Beyond the measured scores the last slope goes on. */
export function falseMatchRate(score: number, knots: FaceCalibration["knots"]): number {
  let i = 1;
  while (i < knots.length - 1 && score > knots[i][0]) i++;
  const [[x0, y0], [x1, y1]] = [knots[i - 1], knots[i]];
  return 10 ** Math.min(0, y0 + ((score - x0) * (y1 - y0)) / (x1 - x0));
}

/** A similarity of 0.75 is a false match rate of one in a thousand, and every further factor of a thousand quarters the gap to 1. */
const GAP_EXPONENT = Math.log10(4) / 3;

/** FMR → similarity: 1e-1 → 0.37, 1e-2 → 0.60, 1e-3 → 0.75, 1e-4 → 0.84, 1e-5 → 0.90, 1e-6 → 0.94. */
export function similarityOfFmr(fmr: number): number {
  return 1 - fmr ** GAP_EXPONENT;
}

/** The inverse of `similarityOfFmr`. */
export function fmrOfSimilarity(similarity: number): number {
  return (1 - similarity) ** (1 / GAP_EXPONENT);
}

export function packNumbers(values: Float32Array): PackedNumbers {
  const scale = values.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((v, i) => {
    view.setInt16(i * 2, Math.round((v / scale) * 32767), true);
  });
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { scale, base64: btoa(text) };
}

export function unpackNumbers({ scale, base64 }: PackedNumbers): Float32Array {
  const text = atob(base64);
  const out = new Float32Array(text.length / 2);
  for (let i = 0; i < out.length; i++) {
    const value = text.charCodeAt(2 * i) | (text.charCodeAt(2 * i + 1) << 8);
    out[i] = ((value > 32767 ? value - 65536 : value) / 32767) * scale;
  }
  return out;
}
