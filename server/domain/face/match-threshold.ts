import { similarityOfFmr } from "@/server/domain/face/calibration";

/** The specification's default: a false match rate of one in a thousand. */
export const DEFAULT_SIMILARITY_THRESHOLD = 0.75;

/** Least similarity that counts as a match, or the false match rate that may not be exceeded. */
export type MatchThreshold = { readonly similarity: number } | { readonly fmr: number };

/** What a workflow asks of two faces; the default where it names neither a similarity nor a rate. */
export function matchThreshold(asked: { readonly similarity?: number; readonly fmr?: number }): MatchThreshold {
  if (asked.fmr !== undefined) return { fmr: asked.fmr };
  return { similarity: asked.similarity ?? DEFAULT_SIMILARITY_THRESHOLD };
}

/** The least similarity that a threshold asks for. */
export function similarityOf(wanted: MatchThreshold): number {
  return "similarity" in wanted ? wanted.similarity : similarityOfFmr(wanted.fmr);
}
