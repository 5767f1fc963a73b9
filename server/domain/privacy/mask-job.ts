import type { DocumentFields } from "@/server/contract/fields";
import type { JobView } from "@/server/contract/v1/kyc";
import { maskField } from "@/server/domain/privacy/mask";

/** A verification with the person's data masked; reasons and checks speak of fields, not of their values. */
export function maskJob(job: JobView): JobView {
  return {
    ...job,
    fields: job.fields && maskFields(job.fields),
    evidence: job.evidence.map((one) => ({ ...one, value: maskField(one.field, one.value) })),
  };
}

function maskFields(fields: DocumentFields): DocumentFields {
  const masked = Object.entries(fields)
    .filter(([field]) => field !== "mrz")
    .map(([field, value]) => [field, maskField(field, String(value))]);
  return Object.fromEntries(masked) as DocumentFields;
}
