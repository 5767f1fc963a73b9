import type { StepName } from "@/server/contract/enums";
import type { Reason } from "@/server/contract/fields";
import type {
  FaceMatchOutput,
  KyaOutput,
  LivenessOutput,
  OcrOutput,
  ValidateOutput,
} from "@/server/domain/scoring/job-result";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";

/** Everything that a decision looks at. A step in `asked` has an output here or is in `undone`. */
export interface ScoringCase {
  readonly workflow: WorkflowDefinition;
  /** Steps that the workflow holds and for which the caller sent something. */
  readonly asked: ReadonlySet<StepName>;
  readonly outputs: {
    readonly liveness?: LivenessOutput;
    readonly ocr?: OcrOutput;
    readonly validate?: ValidateOutput;
    readonly face_match?: FaceMatchOutput;
    readonly kya?: KyaOutput;
  };
  /** Steps that failed every try. */
  readonly undone: readonly StepName[];
  /** ISO date of the decision. */
  readonly today: string;
}

/**
 * What one factor gives: `value` 0–1 or null where it could not be measured, `tenths` of a point, reasons that add up
 * to them.
 */
export interface FactorScore {
  readonly value: number | null;
  readonly tenths: number;
  readonly reasons: readonly Reason[];
}

/**
 * A rule beside the score. `review`: not accepted by the machine. `reject`: refused. `hold`: neither, a person must
 * look.
 */
export interface Verdict {
  readonly effect: "review" | "reject" | "hold";
  readonly reason: Reason;
}

/** One hard rule: looks at the case and has something to say, or nothing. */
export interface Rule {
  readonly id: string;
  run(given: ScoringCase): readonly Verdict[];
}
