import type { MeasuredFace } from "@/eval/face-pairs/face-pictures";
import { fmrOfSimilarity } from "@/server/domain/face/calibration";
import { calibrationOf } from "@/server/domain/face/calibrations";
import {
  cosine,
  normalisedScore,
  type TemplateStatistics,
  templateStatistics,
} from "@/server/domain/face/normalise-score";
import { scoreOfFmr } from "@/server/domain/face/score-templates";

/** Ranks pairs of pictures as the service does, computing each template's statistics once. */
export interface FaceScorer {
  /** Rises with similarity; −∞ where a face is missing. */
  rank(a: string, b: string): number;
  rankOfSimilarity(similarity: number): number;
}

/** Normalised scores where the model has a calibration, plain cosines where it has none (then no threshold is known). */
export function faceScorer(faces: ReadonlyMap<string, MeasuredFace>): FaceScorer {
  const templates = new Map<string, readonly number[]>();
  for (const [file, { evidence }] of faces) if (evidence.template) templates.set(file, evidence.template);
  const first = [...faces.values()][0];
  const calibration = first && calibrationOf(first.evidence.model);
  if (!calibration) return { rank: (a, b) => plain(templates, a, b), rankOfSimilarity: () => Number.NaN };
  const statistics = new Map<string, TemplateStatistics>();
  for (const [file, template] of templates) {
    statistics.set(file, templateStatistics(template, calibration.cohort, calibration.normalisation));
  }
  return {
    rank: (a, b) => {
      const [p, q] = [statistics.get(a), statistics.get(b)];
      return p && q ? normalisedScore(plain(templates, a, b), p, q) : Number.NEGATIVE_INFINITY;
    },
    rankOfSimilarity: (similarity) => scoreOfFmr(fmrOfSimilarity(similarity), calibration.knots),
  };
}

function plain(templates: ReadonlyMap<string, readonly number[]>, a: string, b: string): number {
  const [p, q] = [templates.get(a), templates.get(b)];
  return p && q ? cosine(p, q) : Number.NEGATIVE_INFINITY;
}
