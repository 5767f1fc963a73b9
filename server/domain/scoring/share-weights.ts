import { Factor, type StepName } from "@/server/contract/enums";
import { apportion } from "@/server/domain/scoring/apportion";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";

/** Points are counted in tenths, so that what is shown adds up: 1000 tenths are the whole score (specification §4). */
const WHOLE_SCORE = 1000;

/** The step whose output each factor is read from. */
export const FACTOR_STEP = {
  liveness: "liveness",
  face_match: "face_match",
  document: "validate",
  kya: "kya",
} as const satisfies Record<Factor, StepName>;

/** Tenths of a point that each asked-for factor can give; the weight of the others is shared out in proportion. */
export function shareWeights(
  weights: WorkflowDefinition["weights"],
  asked: ReadonlySet<StepName>,
): ReadonlyMap<Factor, number> {
  const factors = Factor.options.filter((factor) => asked.has(FACTOR_STEP[factor]));
  const parts = apportion(
    WHOLE_SCORE,
    factors.map((factor) => weights[factor]),
  );
  return new Map(factors.map((factor, index) => [factor, parts[index]]));
}
