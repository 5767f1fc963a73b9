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
  const blamed = blame(output);
  const losses = apportion(
    weight - tenths,
    blamed.map(({ share }) => share),
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
      ...blamed.map(({ reason }, index) => ({ ...reason, points: losses[index] === 0 ? 0 : -losses[index] / 10 })),
    ],
  };
}

interface Blamed {
  readonly reason: Reason;
  readonly share: number;
}

/** Checks that failed or warned, and what spoke against the document without being a check. */
function blame({ checks, reasons }: ValidateOutput): Blamed[] {
  const byChecks = checks.flatMap((check): Blamed[] => {
    if (check.status === "fail") return [{ reason: reasonOf(check), share: FAIL_SHARE }];
    return check.status === "warn" ? [{ reason: reasonOf(check), share: 1 }] : [];
  });
  const told = new Set(byChecks.map(({ reason }) => reason.code));
  const others = reasons.filter(({ code }) => !told.has(code)).map((reason) => ({ reason, share: FAIL_SHARE }));
  return [...byChecks, ...others];
}

function reasonOf(check: CheckResult): Reason {
  return {
    code: check.reason ?? `${check.name}_${check.status}`,
    message: check.message ?? `The check ${check.name} ${check.status === "fail" ? "failed" : "gave a warning"}.`,
    value: check.name,
  };
}
