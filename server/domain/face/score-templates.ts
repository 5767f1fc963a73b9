import { type FaceCalibration, falseMatchRate, similarityOfFmr } from "@/server/domain/face/calibration";
import { cosine, normalisedScore, templateStatistics } from "@/server/domain/face/normalise-score";

export interface TemplateScore {
  /** Plain cosine of the two templates. */
  readonly cosine: number;
  /** Deviations above what strangers reach. */
  readonly normalised: number;
  /** Share of pairs of different people that would score as high. */
  readonly fmr: number;
  /** 0–1; 0.75 stands for a false match rate of one in a thousand. */
  readonly similarity: number;
}

/** Two templates of unit length from the model of the calibration. Symmetric. */
export function scoreTemplates(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { cohort, normalisation, knots }: FaceCalibration,
): TemplateScore {
  const plain = cosine(a, b);
  const normalised = normalisedScore(
    plain,
    templateStatistics(a, cohort, normalisation),
    templateStatistics(b, cohort, normalisation),
  );
  const fmr = falseMatchRate(normalised, knots);
  return { cosine: plain, normalised, fmr, similarity: similarityOfFmr(fmr) };
}

/** 0–1. */
export function similarityOfScore(score: number, { knots }: Pick<FaceCalibration, "knots">): number {
  return Math.min(1, Math.max(0, similarityOfFmr(falseMatchRate(score, knots))));
}

/** The normalised score that strangers reach at this rate: the inverse of `falseMatchRate`. */
export function scoreOfFmr(fmr: number, knots: FaceCalibration["knots"]): number {
  const y = Math.log10(fmr);
  let i = 1;
  while (i < knots.length - 1 && y < knots[i][1]) i++;
  const [[x0, y0], [x1, y1]] = [knots[i - 1], knots[i]];
  return x0 + ((y - y0) * (x1 - x0)) / (y1 - y0);
}
