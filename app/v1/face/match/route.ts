import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { askedThreshold, matchFaces as endpoint } from "@/server/contract/v1/face";
import { matchFaces } from "@/server/services/faces/match-faces";

export const POST = handle(endpoint, (ctx, { body }) => {
  const { image_live_base64: live, image_document_base64: document, face_id: faceId } = body;
  return matchFaces(ctx, {
    live,
    other: document ? { document } : { faceId: faceId! },
    threshold: askedThreshold(body),
  });
});
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
