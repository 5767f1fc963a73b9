import type { Check, CheckOutcome, EvidenceByNeed, Known } from "./check";

/** Runs every check that is for the document's country; one that lacks evidence is skipped and names what it lacked. */
export function runDocumentChecks(
  checks: readonly Check[],
  evidence: Known & Partial<EvidenceByNeed>,
): readonly CheckOutcome[] {
  const outcomes: CheckOutcome[] = [];
  for (const check of checks) {
    if (check.countries && !check.countries.includes(evidence.detected.country ?? "")) continue;
    const missing = check.needs.filter((need) => evidence[need] === undefined);
    const verdict =
      missing.length > 0 ? ({ status: "skipped", missing } as const) : check.run(evidence as Known & EvidenceByNeed);
    outcomes.push({ check, verdict });
  }
  return outcomes;
}
