import type { Reason } from "@/server/contract/fields";
import type { KyaCheck } from "@/server/contract/v1/kya";
import { CHECK_WORTH } from "@/server/domain/kya/profile-score";
import { apportion } from "@/server/domain/scoring/apportion";
import type { FactorScore } from "@/server/domain/scoring/case";
import type { KyaOutput } from "@/server/domain/scoring/job-result";

/** Points for the profile: each check that was run bears an equal part; what did not pass takes its part away. */
export function scoreKya(output: KyaOutput, weight: number): FactorScore {
  const run = output.checks.filter((check) => check.status !== "skipped");
  if (run.length === 0) return NOTHING_TO_CHECK;
  const tenths = Math.round(weight * output.score);
  const lost = apportion(
    weight - tenths,
    run.map((check) => 1 - CHECK_WORTH[check.status]),
  );
  const blamed = lost.some((part) => part > 0);
  const passed = run.filter((check) => check.status === "pass").length;
  return {
    value: output.score,
    tenths,
    reasons: [
      {
        code: "profile_checks",
        message: `${passed} of ${run.length} checks of the profile passed.`,
        value: output.score,
        points: (blamed ? weight : tenths) / 10,
      },
      ...run.map((check, index) => reasonOf(check, lost[index])).filter((reason) => reason !== undefined),
    ],
  };
}

const NOTHING_TO_CHECK: FactorScore = {
  value: null,
  tenths: 0,
  reasons: [{ code: "profile_unchecked", message: "There was nothing to hold the profile against.", points: 0 }],
};

function reasonOf(check: KyaCheck, loss: number): Reason | undefined {
  if (check.status === "pass") return undefined;
  return {
    code: check.reason ?? `${check.name}_${check.status}`,
    message: check.message,
    value: check.name,
    points: loss === 0 ? 0 : -loss / 10,
  };
}
