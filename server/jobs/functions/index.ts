import type { InngestFunction } from "inngest";
import { deliverWebhook } from "@/server/jobs/functions/deliver-webhook";
import { enforceRetention } from "@/server/jobs/functions/enforce-retention";
import { expireSessions } from "@/server/jobs/functions/expire-sessions";
import { resendForgotten } from "@/server/jobs/functions/resend-forgotten";
import { sweep } from "@/server/jobs/functions/sweep";
import { verifyIdentity } from "@/server/jobs/functions/verify-identity";
import type { JobFunction, JobKit } from "@/server/jobs/job-kit";

/** Every durable function. A test holds this list and the folder equal. */
export const JOB_FUNCTIONS: Readonly<Record<string, JobFunction>> = {
  "deliver-webhook": deliverWebhook,
  "enforce-retention": enforceRetention,
  "expire-sessions": expireSessions,
  "resend-forgotten": resendForgotten,
  sweep: sweep,
  "verify-identity": verifyIdentity,
};

export function makeFunctions(kit: JobKit): InngestFunction.Any[] {
  return Object.values(JOB_FUNCTIONS).map((make) => make(kit));
}
