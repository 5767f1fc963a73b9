import type { InngestFunction } from "inngest";
import { archiveAudit } from "@/server/jobs/functions/archive-audit";
import { closeMonth } from "@/server/jobs/functions/close-month";
import { deliverWebhook } from "@/server/jobs/functions/deliver-webhook";
import { enforceRetention } from "@/server/jobs/functions/enforce-retention";
import { expireSessions } from "@/server/jobs/functions/expire-sessions";
import { findDueMonths } from "@/server/jobs/functions/find-due-months";
import { mailQuota } from "@/server/jobs/functions/mail-quota";
import { reportUsage } from "@/server/jobs/functions/report-usage";
import { resendForgotten } from "@/server/jobs/functions/resend-forgotten";
import { sweep } from "@/server/jobs/functions/sweep";
import { verifyIdentity } from "@/server/jobs/functions/verify-identity";
import type { JobFunction, JobKit } from "@/server/jobs/job-kit";

/** Every durable function. A test holds this list and the folder equal. */
export const JOB_FUNCTIONS: Readonly<Record<string, JobFunction>> = {
  "archive-audit": archiveAudit,
  "close-month": closeMonth,
  "deliver-webhook": deliverWebhook,
  "enforce-retention": enforceRetention,
  "expire-sessions": expireSessions,
  "find-due-months": findDueMonths,
  "mail-quota": mailQuota,
  "report-usage": reportUsage,
  "resend-forgotten": resendForgotten,
  sweep: sweep,
  "verify-identity": verifyIdentity,
};

export function makeFunctions(kit: JobKit): InngestFunction.Any[] {
  return Object.values(JOB_FUNCTIONS).map((make) => make(kit));
}
