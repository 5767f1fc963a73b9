/** Fewer scores than these of either class say nothing of how the class scatters. */
const LEAST = 3;

/**
 * 95 % interval of an area under a ROC curve by Hanley and McNeil (Radiology 143, 1982), as if the scores were independent.
 * Undefined where either class has fewer than three.
 */
export function aucInterval(
  auc: number,
  genuine: number,
  attacks: number,
): readonly [low: number, high: number] | undefined {
  if (genuine < LEAST || attacks < LEAST) return undefined;
  const two = auc / (2 - auc);
  const one = (2 * auc ** 2) / (1 + auc);
  const variance =
    (auc * (1 - auc) + (attacks - 1) * (two - auc ** 2) + (genuine - 1) * (one - auc ** 2)) / (genuine * attacks);
  const reach = 1.96 * Math.sqrt(Math.max(0, variance));
  return [Math.max(0, auc - reach), Math.min(1, auc + reach)];
}
