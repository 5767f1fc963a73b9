import type { ScoringCase } from "@/server/domain/scoring/case";
import { yearsBetween } from "@/server/domain/scoring/years-between";
import { CHECK_PREFIX, type ConditionSubject } from "@/server/domain/workflow/condition-subjects";

type Fact = string | number | undefined;

/** What is known about the subject of a condition; undefined where it was not measured. */
export function conditionFacts(given: ScoringCase): (subject: string) => Fact {
  const { liveness, ocr, validate, face_match: match } = given.outputs;
  const facts: Record<ConditionSubject, () => Fact> = {
    country: () => ocr?.detected.country ?? undefined,
    document_type: () => ocr?.detected.type,
    nationality: () => ocr?.fields.nationality,
    sex: () => ocr?.fields.sex,
    age: () => (ocr?.fields.birth_date ? yearsBetween(ocr.fields.birth_date, given.today) : undefined),
    similarity: () => (match?.usable ? match.similarity : undefined),
    liveness: () => (liveness ? (liveness.is_live ? liveness.confidence : 0) : undefined),
  };
  return (subject) => {
    if (Object.hasOwn(facts, subject)) return facts[subject as ConditionSubject]();
    if (!subject.startsWith(CHECK_PREFIX)) return undefined;
    return validate?.checks.find((check) => check.name === subject.slice(CHECK_PREFIX.length))?.status;
  };
}
