import type { WebhookBody } from "@/server/contract/events";
import type { JobView } from "@/server/contract/v1/kyc";
import { maskJob } from "@/server/domain/privacy/mask-job";

/** A webhook's body as the delivery log shows it: what it says of a person is masked. */
export function maskEvent(body: WebhookBody): WebhookBody {
  return body.type.startsWith("job.") ? { ...body, data: maskJob(body.data as JobView) } : body;
}
