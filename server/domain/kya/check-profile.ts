import type { KyaCheck } from "@/server/contract/v1/kya";
import { emailDisposable } from "@/server/domain/kya/checks/email-disposable";
import { emailMx } from "@/server/domain/kya/checks/email-mx";
import { emailSyntax } from "@/server/domain/kya/checks/email-syntax";
import { ipCountry } from "@/server/domain/kya/checks/ip-country";
import { nameCoherence } from "@/server/domain/kya/checks/name-coherence";
import { phoneFormat } from "@/server/domain/kya/checks/phone-format";
import type { ProfileCheck, ProfileEvidence } from "@/server/domain/kya/profile-evidence";
import { profileScore } from "@/server/domain/kya/profile-score";

const CHECKS: readonly ProfileCheck[] = [emailSyntax, emailMx, emailDisposable, phoneFormat, ipCountry, nameCoherence];

/**
 * Every check of a profile, and their mean worth 0–1 (specification §3.6). What could not be looked up is never a pass.
 */
export function checkProfile(evidence: ProfileEvidence): { score: number; checks: KyaCheck[] } {
  const checks = CHECKS.map((check) => ({ name: check.name, ...check.run(evidence) }));
  return { score: profileScore(checks), checks };
}
