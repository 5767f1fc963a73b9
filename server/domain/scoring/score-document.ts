import type { CheckResult, Reason } from "@/server/contract/fields";
import { apportion } from "@/server/domain/scoring/apportion";
import type { FactorScore } from "@/server/domain/scoring/case";
import type { ValidateOutput } from "@/server/domain/scoring/job-result";

/** A failed check bears this many times the loss of a warning. */
const FAIL_SHARE = 4;

/**
 * Points for the document: the confidence of its checks where it is valid, nothing where it is not.
 * What is lost is charged to the checks that failed or warned.
 */
export function scoreDocument(output: ValidateOutput, weight: number): FactorScore {
  const value = output.document_valid ? output.confidence : 0;
  const tenths = Math.round(weight * value);
  const run = output.checks.filter((check) => check.status !== "skipped");
  const passed = run.filter((check) => check.status === "pass").length;
  const blamed = run.filter((check) => check.status === "fail" || check.status === "warn");
  const losses = apportion(
    weight - tenths,
    blamed.map((check) => (check.status === "fail" ? FAIL_SHARE : 1)),
  );
  const charged = blamed.length > 0 ? weight : tenths;
  return {
    value,
    tenths,
    reasons: [
      {
        code: output.document_valid ? "document_valid" : "document_invalid",
        message: `${passed} of ${run.length} checks of the document passed.`,
        value: output.confidence,
        points: charged / 10,
      },
      ...blamed.map((check, index) => reasonOf(check, losses[index])),
    ],
  };
}

function reasonOf(check: CheckResult, loss: number): Reason {
  return {
    code: check.reason ?? `${check.name}_${check.status}`,
    message: check.message ?? `The check ${check.name} ${check.status === "fail" ? "failed" : "gave a warning"}.`,
    value: check.name,
    points: loss === 0 ? 0 : -loss / 10,
  };
}
