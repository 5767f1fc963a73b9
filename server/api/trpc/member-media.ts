import { memberContext } from "@/server/api/trpc/member-context";
import { requestContext } from "@/server/api/trpc/request-context";
import { showMedia } from "@/server/services/media/show-media";

/** A picture for the signed-in person, whose role must hold `verifications:reveal`. AppError otherwise. */
export async function memberMedia(id: string): Promise<{ mime: string; bytes: Uint8Array }> {
  const { service } = await memberContext(await requestContext(), "verifications:reveal");
  return showMedia(service, { id });
}
