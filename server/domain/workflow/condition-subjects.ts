/** What a tenant's condition can look at, and whether it is a word or a number. Checks are named `check:<name>` beside these. */
export const CONDITION_SUBJECTS = {
  country: "word",
  document_type: "word",
  nationality: "word",
  sex: "word",
  age: "number",
  similarity: "number",
  liveness: "number",
} as const satisfies Record<string, "word" | "number">;
export type ConditionSubject = keyof typeof CONDITION_SUBJECTS;

export const CHECK_PREFIX = "check:";

/** Kind of the subject's value; undefined where there is no such subject. */
export function subjectKind(subject: string): "word" | "number" | undefined {
  if (subject.startsWith(CHECK_PREFIX) && subject.length > CHECK_PREFIX.length) return "word";
  return Object.hasOwn(CONDITION_SUBJECTS, subject) ? CONDITION_SUBJECTS[subject as ConditionSubject] : undefined;
}
