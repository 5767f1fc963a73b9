import { type Decision, Factor } from "@/server/contract/enums";
import type { Reason } from "@/server/contract/fields";
import type { JobFactor } from "@/server/contract/v1/kyc";
import type { FactorScore, ScoringCase, Verdict } from "@/server/domain/scoring/case";
import { RULES } from "@/server/domain/scoring/rules/index";
import { scoreDocument } from "@/server/domain/scoring/score-document";
import { scoreFaceMatch } from "@/server/domain/scoring/score-face-match";
import { scoreKya } from "@/server/domain/scoring/score-kya";
import { scoreLiveness } from "@/server/domain/scoring/score-liveness";
import { FACTOR_STEP, shareWeights } from "@/server/domain/scoring/share-weights";

export interface ScoredVerification {
  readonly decision: Decision;
  /** 0–100, to a tenth; the sum of the factors' points. */
  readonly score: number;
  readonly factors: JobFactor[];
  /**
   * Why: of an acceptance what gave points; else the rules that spoke, then what cost points, the most costly first.
   */
  readonly reasons: Reason[];
}

/**
 * Score and decision of one verification (specification §4). Every point is in a reason; a step that was asked for and
 * could not be done never leads to `accepted`.
 */
export function scoreVerification(given: ScoringCase): ScoredVerification {
  const weights = shareWeights(given.workflow.weights, given.asked);
  const scored = Factor.options
    .filter((factor) => weights.has(factor))
    .map((factor) => ({ factor, weight: weights.get(factor) ?? 0 }))
    .map(({ factor, weight }) => ({ factor, weight, ...scoreFactor(factor, given, weight) }));
  const tenths = scored.reduce((sum, { tenths: part }) => sum + part, 0);
  const factors = scored.map(({ factor, weight, tenths: part, value, reasons }) => ({
    name: factor,
    weight: weight / 10,
    points: part / 10,
    value,
    reasons: [...reasons],
  }));
  const verdicts = [...RULES.flatMap((rule) => rule.run(given)), ...nothingAsked(scored.length)];
  const score = tenths / 10;
  const decision = decide(score, given.workflow.thresholds, verdicts);
  return { decision, score, factors, reasons: tell(decision, verdicts, factors) };
}

function scoreFactor(factor: Factor, given: ScoringCase, weight: number): FactorScore {
  const { outputs, workflow } = given;
  switch (factor) {
    case "liveness":
      return outputs.liveness
        ? scoreLiveness(outputs.liveness, workflow.thresholds.liveness, weight)
        : unmeasured(FACTOR_STEP[factor]);
    case "face_match":
      return outputs.face_match ? scoreFaceMatch(outputs.face_match, weight) : unmeasured(FACTOR_STEP[factor]);
    case "document":
      return outputs.validate ? scoreDocument(outputs.validate, weight) : unmeasured(FACTOR_STEP[factor]);
    case "kya":
      return outputs.kya ? scoreKya(outputs.kya, weight) : unmeasured(FACTOR_STEP[factor]);
    default:
      return factor satisfies never;
  }
}

/** A factor whose step has no output gives nothing, and says so. */
function unmeasured(step: string): FactorScore {
  return {
    value: null,
    tenths: 0,
    reasons: [{ code: "step_undone", message: `The step ${step} could not be carried out.`, points: 0 }],
  };
}

function nothingAsked(factors: number): Verdict[] {
  if (factors > 0) return [];
  return [
    { effect: "hold", reason: { code: "nothing_scored", message: "Nothing that carries weight was looked at." } },
  ];
}

function decide(score: number, thresholds: { accept: number; review: number }, verdicts: readonly Verdict[]): Decision {
  if (verdicts.some(({ effect }) => effect === "reject")) return "rejected";
  if (verdicts.some(({ effect }) => effect === "hold")) return "review";
  if (score < thresholds.review) return "rejected";
  return score < thresholds.accept || verdicts.length > 0 ? "review" : "accepted";
}

const GRAVITY = { reject: 0, hold: 1, review: 2 } as const;

/** A passed factor that lost less than this share of its weight is no reason for a refusal. */
const NOTABLE_LOSS = 0.1;

function tell(decision: Decision, verdicts: readonly Verdict[], factors: readonly JobFactor[]): Reason[] {
  const costs = factors.flatMap((factor) => factor.reasons.filter((reason) => (reason.points ?? 0) < 0)).sort(byPoints);
  if (decision === "accepted") {
    const gains = factors.map(({ reasons: [first], points }) => ({ ...first, points }));
    return [...gains.sort(byPoints).reverse(), ...costs];
  }
  const spoken = [...verdicts].sort((a, b) => GRAVITY[a.effect] - GRAVITY[b.effect]).map(({ reason }) => reason);
  const told = new Set(spoken.map((reason) => reason.code));
  const lost = [...costs, ...factors.flatMap(shortfall)].sort(byPoints);
  return [...spoken, ...lost.filter((reason) => !told.has(reason.code))];
}

const byPoints = (a: Reason, b: Reason): number => (a.points ?? 0) - (b.points ?? 0);

/** What a factor did not give and no reason of its own accounts for. */
function shortfall({ weight, points, reasons }: JobFactor): Reason[] {
  const missing = Math.round((weight - points) * 10) / 10;
  const charged = reasons.some((reason) => (reason.points ?? 0) < 0);
  return charged || missing <= weight * NOTABLE_LOSS || !reasons[0] ? [] : [{ ...reasons[0], points: -missing }];
}
