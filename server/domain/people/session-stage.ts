/**
 * How far a sign-in has come: the code of the second factor is still to be given, one is still to be set up, or nothing
 * is missing. It follows from what is known now, so that a rule made today holds for sessions of yesterday.
 */
export type SessionStage = "second_factor" | "enrolment" | "full";

export interface StageEvidence {
  /** The person has a confirmed second factor. */
  readonly enrolled: boolean;
  /** A tenant of theirs, or the platform for its operators, demands one. */
  readonly required: boolean;
  /** It was shown in this session, or by the provider that vouched for them. */
  readonly strong: boolean;
}

export function sessionStage({ enrolled, required, strong }: StageEvidence): SessionStage {
  if (strong) return "full";
  if (enrolled) return "second_factor";
  return required ? "enrolment" : "full";
}
