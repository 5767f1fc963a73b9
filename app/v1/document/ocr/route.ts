import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { readDocument as endpoint } from "@/server/contract/v1/document";
import { readDocument } from "@/server/services/documents/read-document";

export const POST = handle(endpoint, (ctx, { body }) =>
  readDocument(ctx, {
    front: body.image_front_base64,
    back: body.image_back_base64,
    documentHint: body.document_hint,
    countryHint: body.country_hint,
    read: body.read,
  }),
);
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
