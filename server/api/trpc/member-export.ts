import { memberContext } from "@/server/api/trpc/member-context";
import { requestContext } from "@/server/api/trpc/request-context";
import { exportSubject } from "@/server/services/privacy/export-subject";

/**
 * Everything about a person for the signed-in one, whose role must hold `verifications:reveal`; undefined where nothing
 * is.
 */
export async function memberExport(reference: string): Promise<Uint8Array | undefined> {
  const { service } = await memberContext(await requestContext(), "verifications:reveal");
  return exportSubject(service, { reference });
}
