import { DocumentFields, Quality } from "@/server/contract/fields";
import { KyaCheck } from "@/server/contract/v1/kya";
import { checks } from "@/server/domain/documents/checks";

/** What a tenant's condition can look at, and whether it is a word or a number. */
const CONDITION_SUBJECTS = {
  country: "word",
  document_type: "word",
  nationality: "word",
  sex: "word",
  age: "number",
  days_to_expiry: "number",
  document_valid: "word",
  document_confidence: "number",
  similarity: "number",
  match: "word",
  liveness: "number",
  is_live: "word",
  spoof_type: "word",
  profile_score: "number",
} as const satisfies Record<string, "word" | "number">;
export type ConditionSubject = keyof typeof CONDITION_SUBJECTS;

/** Single outputs, named behind a prefix: `check:mrz_checksum` is `pass`, `fail`, `warn` or `skipped`. */
export const SUBJECT_FAMILIES = {
  check: { kind: "word", names: checks.map(({ id }) => id) },
  profile: { kind: "word", names: KyaCheck.shape.name.options as readonly string[] },
  field: { kind: "word", names: Object.keys(DocumentFields.shape).filter((name) => name !== "mrz") },
  quality: { kind: "number", names: Object.keys(Quality.shape) },
} as const satisfies Record<string, { readonly kind: "word" | "number"; readonly names: readonly string[] }>;
export type SubjectFamily = keyof typeof SUBJECT_FAMILIES;

/** `check:mrz_checksum` in its parts; undefined where there is no such family. */
export function familyOf(subject: string): { readonly family: SubjectFamily; readonly name: string } | undefined {
  const [family, name] = subject.split(":", 2);
  return name !== undefined && Object.hasOwn(SUBJECT_FAMILIES, family)
    ? { family: family as SubjectFamily, name }
    : undefined;
}

/** Kind of the subject's value; undefined where there is no such subject. */
export function subjectKind(subject: string): "word" | "number" | undefined {
  if (Object.hasOwn(CONDITION_SUBJECTS, subject)) return CONDITION_SUBJECTS[subject as ConditionSubject];
  const part = familyOf(subject);
  if (!part) return undefined;
  const { kind, names } = SUBJECT_FAMILIES[part.family];
  return (names as readonly string[]).includes(part.name) ? kind : undefined;
}

/** What a condition may be on, for a sentence or a list: each subject, and each family with the names it has. */
export function describeSubjects(): string {
  const families = Object.keys(SUBJECT_FAMILIES).map((family) => `${family}:<name>`);
  return [...Object.keys(CONDITION_SUBJECTS), ...families].join(", ");
}

/** Every subject by its full name. */
export function listSubjects(): string[] {
  const named = Object.entries(SUBJECT_FAMILIES).flatMap(([family, { names }]) =>
    names.map((name) => `${family}:${name}`),
  );
  return [...Object.keys(CONDITION_SUBJECTS), ...named];
}
