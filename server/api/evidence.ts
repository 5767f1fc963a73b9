import { evidencePdf } from "@/server/adapters/pdf/evidence-pdf";
import { encodeBase64 } from "@/server/contract/base64";
import { packEvidence } from "@/server/services/evidence/pack-evidence";
import type { Ctx } from "@/server/services/ports";

/** An evidence pack as the API answers it. AppErrors of `packEvidence`. */
export async function packForApi(ctx: Ctx, id: string) {
  const { zip, sha256, publicKey } = await packEvidence(ctx, { id, report: evidencePdf });
  return { file_name: `evidence-${id}.zip`, sha256, public_key: publicKey, zip_base64: encodeBase64(zip) };
}
