import type { Rule } from "@/server/domain/scoring/case";

/** What the face match found beyond the pair: see the step. */
export const FACE_OF_ANOTHER = "face_of_another_subject";

/** A face enrolled under another name may be a second account or a twin: a person looks. */
export const knownFace: Rule = {
  id: "known_face",
  run: ({ outputs: { face_match: match } }) =>
    (match?.reasons ?? [])
      .filter(({ code }) => code === FACE_OF_ANOTHER)
      .map((reason) => ({ effect: "review" as const, reason })),
};
