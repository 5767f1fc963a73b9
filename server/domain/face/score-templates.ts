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
