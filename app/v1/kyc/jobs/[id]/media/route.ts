import { handle } from "@/server/api/handle";
import { pictureLinkOf } from "@/server/api/link-of";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { listMedia as endpoint } from "@/server/contract/v1/media";
import { linkMedia } from "@/server/services/media/link-media";

export const GET = handle(endpoint, async (ctx, { params }) => {
  const pictures = await linkMedia(ctx, { jobId: params.id });
  return { data: pictures.map(({ token, ...picture }) => ({ ...picture, url: pictureLinkOf(token) })) };
});
export { methodNotAllowed as POST, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
