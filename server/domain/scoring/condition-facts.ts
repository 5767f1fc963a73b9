import type { ScoringCase } from "@/server/domain/scoring/case";
import { yearsBetween } from "@/server/domain/scoring/years-between";
import { type ConditionSubject, familyOf, type SubjectFamily } from "@/server/domain/workflow/condition-subjects";

type Fact = string | number | undefined;

const DAY_MS = 86_400_000;
const yesOrNo = (value: boolean | undefined): Fact => (value === undefined ? undefined : value ? "yes" : "no");

/** What is known about the subject of a condition; undefined where it was not measured. */
export function conditionFacts(given: ScoringCase): (subject: string) => Fact {
  const { liveness, ocr, validate, face_match: match, kya } = given.outputs;
  const facts: Record<ConditionSubject, () => Fact> = {
    country: () => ocr?.detected.country ?? undefined,
    document_type: () => ocr?.detected.type,
    nationality: () => ocr?.fields.nationality,
    sex: () => ocr?.fields.sex,
    age: () => (ocr?.fields.birth_date ? yearsBetween(ocr.fields.birth_date, given.today) : undefined),
    days_to_expiry: () => daysUntil(ocr?.fields.expiry_date, given.today),
    document_valid: () => yesOrNo(validate?.document_valid),
    document_confidence: () => validate?.confidence,
    similarity: () => (match?.usable ? match.similarity : undefined),
    match: () => (match?.usable ? yesOrNo(match.match) : undefined),
    liveness: () => (liveness ? (liveness.is_live ? liveness.confidence : 0) : undefined),
    is_live: () => yesOrNo(liveness?.is_live),
    spoof_type: () => liveness?.spoof_type,
    profile_score: () => kya?.score,
  };
  const families: Record<SubjectFamily, (name: string) => Fact> = {
    check: (name) => validate?.checks.find((check) => check.name === name)?.status,
    profile: (name) => kya?.checks.find((check) => check.name === name)?.status,
    field: (name) => (ocr?.fields as Readonly<Record<string, string | undefined>> | undefined)?.[name],
    quality: (name) => (ocr?.quality as Readonly<Record<string, number | undefined>> | undefined)?.[name],
  };
  return (subject) => {
    if (Object.hasOwn(facts, subject)) return facts[subject as ConditionSubject]();
    const part = familyOf(subject);
    return part && families[part.family](part.name);
  };
}

/** Below zero once it has passed; undefined for a date in parts. */
function daysUntil(expiry: string | undefined, today: string): number | undefined {
  if (!expiry || !/^\d{4}-\d{2}-\d{2}$/.test(expiry)) return undefined;
  return Math.round((Date.parse(expiry) - Date.parse(today)) / DAY_MS);
}
