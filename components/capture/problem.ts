/** What can stand in the way: each has its own page (`problem.<name>.*`) with one thing to do. */
export type Problem =
  | "camera_refused"
  | "camera_none"
  | "camera_busy"
  | "camera_dark"
  | "insecure"
  | "models"
  | "offline"
  | "expired"
  | "used"
  | "elsewhere"
  | "cancelled"
  | "tries"
  | "picture"
  | "challenge"
  | "server";

/** A problem as an error, on its way to its page. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  constructor(readonly problem: Problem) {
    super(problem);
  }
}

/** The page for whatever was thrown: what is not known is ours. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : "server";
}
