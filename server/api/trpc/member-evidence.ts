import { evidencePdf } from "@/server/adapters/pdf/evidence-pdf";
import { memberContext } from "@/server/api/trpc/member-context";
import { requestContext } from "@/server/api/trpc/request-context";
import { type EvidencePack, packEvidence } from "@/server/services/evidence/pack-evidence";

/** The evidence pack for the signed-in person, whose role must hold `verifications:reveal`. AppError otherwise. */
export async function memberEvidence(id: string): Promise<EvidencePack> {
  const { service } = await memberContext(await requestContext(), "verifications:reveal");
  return packEvidence(service, { id, report: evidencePdf });
}
